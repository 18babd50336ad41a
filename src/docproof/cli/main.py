"""The command group, and the one place where errors become a line and an exit status."""

from __future__ import annotations

import gc
import re
import sys
from importlib import import_module
from typing import Any, NoReturn, TextIO

import click

from docproof import __version__
from docproof.cli.chinese import speak_chinese
from docproof.model import DocproofError

COMMANDS = {
    "check": "docproof.cli.check:check",
    "text": "docproof.cli.show:text",
    "outline": "docproof.cli.show:outline",
    "rules": "docproof.cli.rules:rules",
    "words": "docproof.cli.words:words",
    "ignore": "docproof.cli.ignore:ignore",
}
EXIT_CLEAN, EXIT_FOUND, EXIT_TROUBLE = 0, 1, 2
RARELY = 200_000  # objects between two runs of the garbage collector, which finds nearly none; Python's 700 cost a start a tenth


class LateGroup(click.Group):
    """A group that imports a command only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run a command; what goes wrong for a person is one line on standard error and status 2."""
        gc.set_threshold(RARELY)
        speak_chinese()
        for stream in (sys.stdout, sys.stderr):
            _never_fail(stream)
        try:
            sys.exit(super().main(*args, **kwargs | {"standalone_mode": False}))
        except click.UsageError as e:
            if type(e).__name__ == "NoArgsIsHelpError":  # Click 8.2 and later; 8.1 prints the help itself
                click.echo(e.format_message())
                sys.exit(EXIT_TROUBLE)
            help_of = f"；用法见 {e.ctx.command_path} --help" if e.ctx else ""
            _fail(f"{_in_chinese_marks(e.format_message())}{help_of}")
        except (DocproofError, click.ClickException) as e:
            _fail(str(e))
        except (click.Abort, KeyboardInterrupt):
            _fail("已中止")
        except BrokenPipeError:
            sys.stderr.close()
            sys.exit(EXIT_TROUBLE)
        except OSError as e:
            _fail(f"读写出错（{e.strerror or e}），请检查磁盘空间和权限后重试")
        except Exception as e:
            _fail(f"程序内部出错（{type(e).__name__}），请把能重现的文稿反馈给开发者")


def _in_chinese_marks(message: str) -> str:
    """Click's quotes and full stops as the rest of a Chinese line has them."""
    return re.sub(r"'([^']*)'", r"“\1”", message).rstrip(".。？").replace("。 ", "，").replace("”, “", "”“")


def _fail(message: str) -> NoReturn:
    click.echo(f"docproof：{message}", err=True)
    sys.exit(EXIT_TROUBLE)


def _never_fail(stream: TextIO) -> None:
    """UTF-8 in a pipe; a terminal that cannot show a character shows a replacement."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


@click.group(
    cls=LateGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    options_metavar="[选项]",
    subcommand_metavar="命令 ...",
)
@click.version_option(
    __version__, "-V", "--version", prog_name="docproof", message="%(prog)s %(version)s", help="显示版本后退出。"
)
def main() -> None:
    """公文校对：印发之前，离线逐关校核公文文稿。

    退出状态：0 没有达到 --fail-on 级别的问题，1 有，2 用法有误或有文件不能读取。
    """
