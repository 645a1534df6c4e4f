#include "files/html/style.h"

namespace openitmo::files {

namespace {

// Text is at least 7:1 against its ground. Charts scale with their column.
constexpr std::string_view kStyle = R"(
:root{--ink:#1b2330;--soft:#47515f;--line:#c9d1da;--wash:#f3f6f9;--accent:#0b5394}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;color:var(--ink);background:#fff;font:16px/1.55 "Segoe UI",system-ui,-apple-system,
"Helvetica Neue",Arial,"DejaVu Sans",sans-serif}
.page{max-width:1020px;margin:0 auto;padding:0 28px 60px}
.banner{margin:0;max-width:none;padding:9px 28px;background:#7a1f00;color:#fff;font-weight:700;
text-align:center;letter-spacing:.02em;position:sticky;top:0;z-index:2}
header{padding:34px 0 10px;border-bottom:3px solid var(--accent)}
header .kind{margin:0;color:var(--soft);text-transform:uppercase;letter-spacing:.07em;
font-size:.8rem}
h1{font-size:2.05rem;line-height:1.2;margin:.2em 0 .35em}
h2{font-size:1.5rem;line-height:1.25;margin:2.3em 0 .5em;padding-top:.5em;
border-top:1px solid var(--line)}
#summary h2{border:0;margin-top:1.1em;padding:0}
h3{font-size:1.15rem;margin:1.9em 0 .4em}
h4{font-size:1rem;margin:1.3em 0 .3em;color:var(--soft)}
p{margin:.5em 0;max-width:76ch}
.lead{font-size:1.1rem}
.fine,.hash{font-size:.82rem;color:var(--soft)}
.hash{overflow-wrap:anywhere}
a{color:var(--accent)}
nav{margin:1.2em 0 0;font-size:.92rem}
nav ol{margin:.2em 0;padding:0;list-style:none;display:flex;flex-wrap:wrap;gap:.2em 1.3em}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(165px,1fr));gap:12px;
margin:1.4em 0}
.card{background:var(--wash);border-top:4px solid var(--accent);padding:11px 14px 13px}
.kept{border-color:#00694d;background:#e9f5f0}
.owed{border-color:#a24a00;background:#fdf3e7}
.card dt{font-weight:600}
.card dd{margin:0}
.card strong{display:block;font-size:1.65rem;line-height:1.2;font-variant-numeric:tabular-nums}
.card small{display:block;margin-top:4px;font-size:.82rem;line-height:1.35;color:var(--soft)}
.statements{padding-left:1.2em;max-width:76ch}
.statements li{margin:.35em 0}
figure{margin:2.6em 0 0;padding:0}
figcaption h3{margin-top:0}
.picture{margin:.8em 0}
.picture h4{margin-bottom:.5em}
.panels{display:grid;grid-template-columns:repeat(auto-fit,minmax(290px,1fr));gap:18px}
svg{display:block;width:100%;height:auto;max-width:920px;font-family:inherit}
svg text{fill:var(--ink);font-size:13px}
svg .label,svg .total{paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}
svg .total{font-weight:700}
svg .inside{fill:#fff;font-weight:600}
svg .axis,svg .note{fill:var(--soft)}
svg .note{font-size:12px}
svg .footer{fill:#7a1f00;font-size:11px}
svg .grid{stroke:#dde3e9;stroke-width:1}
svg .zero{stroke:#333;stroke-width:1.25}
svg .unknown{stroke:#555;stroke-width:1;stroke-dasharray:3 3}
.scroll{overflow-x:auto;margin:1em 0}
table{border-collapse:collapse;font-size:.86rem;line-height:1.4;min-width:50%}
caption{text-align:left;font-weight:600;padding:0 0 .45em}
th,td{padding:5px 10px;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;
overflow-wrap:break-word}
thead th{border-bottom:2px solid var(--ink);vertical-align:bottom}
.long{overflow-wrap:anywhere;font-size:.92em}
tbody th{min-width:6em}
tbody th{font-weight:400}
.number{text-align:right;font-variant-numeric:tabular-nums}
.figure{white-space:nowrap}
.sum th,.sum td{font-weight:700;background:var(--wash)}
details{margin:.7em 0}
summary{cursor:pointer;color:var(--accent);font-weight:600}
.tree,.tree ul{list-style:none;padding-left:1.1em;border-left:1px solid var(--line);
font-size:.86rem}
.tree summary{font-weight:400;color:inherit}
.tree li{margin:.15em 0}
code,pre{font-family:ui-monospace,"Cascadia Mono","DejaVu Sans Mono",Menlo,monospace;
font-size:.84em}
pre{background:var(--wash);padding:10px 13px;white-space:pre-wrap;overflow-wrap:anywhere;
margin:.5em 0}
.print{display:none}
@media print{
body{font-size:10.5pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.page{max-width:none;padding:0}
.banner{position:static}
nav,details:not([open]){display:none}
.print{display:block}
h1{font-size:21pt}
h2{font-size:15pt;break-after:avoid;margin-top:1.6em}
h3,h4,caption{break-after:avoid}
figure{margin-top:1.6em}
figcaption,.picture,.card,.short,tr,pre{break-inside:avoid}
tbody tr:nth-child(-n+2){break-before:avoid}
figcaption{break-after:avoid}
thead{display:table-header-group}
.scroll{overflow:visible}
.cards{grid-template-columns:repeat(5,1fr);gap:7px}
.card{padding:7px 8px}
.card strong{font-size:14pt}
.panels{grid-template-columns:repeat(3,1fr);gap:10px}
table{width:100%;font-size:8pt}
th,td{padding:3px 5px}
a{color:inherit;text-decoration:none}
}
)";

}  // namespace

std::string report_style(std::string_view running_header, std::string_view title,
                         std::string_view page_word) {
  std::string style(kStyle);
  style += "@page{size:A4;margin:19mm 16mm 17mm;";
  const auto box = [&](std::string_view name, std::string_view content, std::string_view colour) {
    style += "@";
    style += name;
    style += "{content:";
    style += content;
    style += ";font:8pt sans-serif;color:";
    style += colour;
    style += "}";
  };
  if (!running_header.empty())
    box("top-center", "\"" + std::string(running_header) + "\"", "#7a1f00");
  box("bottom-left", "\"" + std::string(title) + "\"", "#47515f");
  box("bottom-right", "\"" + std::string(page_word) + " \" counter(page) \" / \" counter(pages)",
      "#47515f");
  style += "}\n";
  return style;
}

}  // namespace openitmo::files
