"""What gates and severities are called in an office."""

from docproof.model import Gate, Severity

GATE_NAMES = {
    Gate.FORMAT: "格式关",
    Gate.LANGUAGE: "文字关",
    Gate.POLICY: "政策关",
    Gate.ROUTING: "行文规则关",
    Gate.COORDINATION: "事先协调关",
}
SEVERITY_NAMES = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.HINT: "提示"}
