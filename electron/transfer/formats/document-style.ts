// How exported documents look, on the screen and on paper.

const common = `
:root{color-scheme:light}
body{font:15px/1.5 Inter,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;color:#1f2328;background:#fff;margin:0}
main{max-width:800px;margin:0 auto;padding:32px 24px}
h1{font-size:24px;margin:0 0 4px;overflow-wrap:anywhere}
h2{font-size:19px;margin:40px 0 6px;padding-top:16px;border-top:2px solid #1f2328;overflow-wrap:anywhere}
h3{font-size:15px;margin:0;overflow-wrap:anywhere}
header p,.when,footer{color:#57606a;margin:2px 0 8px;font-size:13px}
dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 12px;margin:4px 0 10px;font-size:13px}
dt{color:#57606a}dd{margin:0;overflow-wrap:anywhere}
article{margin:14px 0;padding:10px 14px;border-left:4px solid #8c959f;background:#f6f8fa}
article.out{border-color:#0b6bcb;background:#eef6ff}
article.note{border-color:#9a6700;background:#fff8e0}
.text{white-space:pre-wrap;overflow-wrap:anywhere}
ul{margin:4px 0;padding-left:18px;font-size:13px}
code{font:12px ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace;overflow-wrap:anywhere}
footer{margin-top:32px;border-top:1px solid #d0d7de;padding-top:8px}`;

const paper = `
body{font-size:10.5pt}main{max-width:none;padding:0}
h1{font-size:18pt}h2{font-size:13pt;break-after:avoid}h3{font-size:10.5pt;break-after:avoid}
h3+.when{break-after:avoid}header p,.when,dl,ul,footer{font-size:9pt}code{font-size:8pt}
article{padding:6pt 10pt;margin:8pt 0;print-color-adjust:exact}`;

/** The whole style sheet. */
export function documentStyle(kind: 'html' | 'pdf'): string {
  return kind === 'pdf' ? common + paper : common;
}
