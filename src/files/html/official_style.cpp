#include "files/html/official_style.h"

namespace openitmo::files {

std::string_view official_style() {
  return R"(
header{border-bottom:3px solid #0b5394}
th,td{border-bottom:1px solid #c9d1da}
thead th{border-bottom:2px solid #1b2330}
h2{border-top:1px solid #c9d1da}
header .kind{text-transform:none;letter-spacing:0}
h1{font-size:1.9rem}
h2{font-size:1.4rem}
h3{font-size:1.1rem;line-height:1.35}
h4{font-size:1rem;line-height:1.35;color:var(--ink)}
.paragraph{font-weight:400;font-size:.8em;color:var(--soft);white-space:nowrap}
.draft{border:2px solid #7a1f00;padding:10px 16px;margin:1.4em 0}
.draft-mark{font-weight:700;color:#7a1f00;font-size:1.15rem}
.draft ul{padding-left:1.2em;margin:.4em 0}
.missing{border-left:4px solid #7a1f00;background:#fdf1ec;padding:6px 12px}
.withheld,.reason{border-left:4px solid #c9d1da;padding:4px 12px;color:var(--soft)}
.stated{border-left:4px solid #0b5394;padding:1px 14px;margin:.8em 0}
.entries{font-size:.78em;color:var(--soft)}
td .entries,th .entries{display:block;font-weight:400}
td{white-space:pre-line}
.toc h2{border:0;margin:1em 0 .3em;padding:0;font-size:1.15rem}
.toc ul{list-style:none;padding:0;margin:0}
.toc li{margin:.14em 0;line-height:1.35}
.toc a{text-decoration:none}
.toc .depth0{font-weight:600;margin-top:.5em}
.toc .depth1{padding-left:1.4em}
.toc .depth2{padding-left:2.8em;font-size:.95em}
.code{font:700 1.35rem ui-monospace,"DejaVu Sans Mono",monospace;letter-spacing:.04em}
tr:target{background:#fff3c4}
@media print{
h2{font-size:14pt}
h3{font-size:11.5pt}
h4{font-size:10.5pt}
nav.toc{display:block;break-after:page}
.toc a::after{content:target-counter(attr(href),page);float:right}
section.chapter{break-before:page}
.wide{page:across;break-before:page}
.stated,.missing,.draft li{break-inside:avoid}
a{color:inherit}
}
@page across{size:A4 landscape}
)";
}

}  // namespace openitmo::files
