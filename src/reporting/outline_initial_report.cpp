#include "reporting/outline.h"

namespace openitmo::reporting {

namespace {

using enum OutlinePart;
using enum StatementNeed;

constexpr OutlineItem kOutline[] = {
    {.number = "I",
     .paragraph = "18(a)",
     .heading = {"Participation responsibilities", "Responsabilités en matière de participation",
                 "Responsabilidades en materia de participación"}},
    {.number = "I.A",
     .paragraph = "18(a), 4(a)",
     .need = welcome,
     .statement = "4(a)",
     .part = participation,
     .heading = {"Information on how the Party ensures that it is a Party to the Paris Agreement",
                 "Comment la Partie s'assure qu'elle est Partie à l'Accord de Paris",
                 "Cómo se asegura la Parte de que es Parte en el Acuerdo de París"}},
    {.number = "I.B",
     .paragraph = "18(a), 4(b)",
     .need = required,
     .statement = "4(b)",
     .part = participation,
     .heading = {"Information on how the Party ensures that it has prepared, has communicated and "
                 "is maintaining an NDC in accordance with Article 4, paragraph 2",
                 "Comment la Partie s'assure qu'elle a établi et communiqué une CDN et qu'elle "
                 "l'actualise, conformément au paragraphe 2 de l'article 4",
                 "Cómo se asegura la Parte de que ha preparado y comunicado una CDN y la mantiene, "
                 "de conformidad con el artículo 4, párrafo 2"}},
    {.number = "I.C",
     .paragraph = "18(a), 4(c)",
     .need = required,
     .statement = "4(c)",
     .part = participation,
     .heading = {"Information on how the Party ensures it has arrangements in place for "
                 "authorizing the use of ITMOs towards achievement of NDCs pursuant to Article 6, "
                 "paragraph 3",
                 "Comment la Partie s'assure qu'elle dispose de modalités pour autoriser "
                 "l'utilisation d'ITMO aux fins de la réalisation des CDN, conformément au "
                 "paragraphe 3 de l'article 6",
                 "Cómo se asegura la Parte de que dispone de mecanismos para autorizar el uso de "
                 "ITMO con miras al cumplimiento de las CDN, de conformidad con el artículo 6, "
                 "párrafo 3"}},
    {.number = "I.D",
     .paragraph = "18(a), 4(d)",
     .need = required,
     .statement = "4(d)",
     .part = participation,
     .heading = {"Information on how the Party ensures it has arrangements in place that are "
                 "consistent with the Article 6, paragraph 2, guidance and relevant decisions of "
                 "the CMA for tracking ITMOs",
                 "Comment la Partie s'assure qu'elle dispose, pour le suivi des ITMO, de modalités "
                 "conformes aux directives relatives au paragraphe 2 de l'article 6 et aux "
                 "décisions pertinentes de la CMA",
                 "Cómo se asegura la Parte de que dispone de mecanismos para el seguimiento de los "
                 "ITMO que son coherentes con las orientaciones del artículo 6, párrafo 2, y las "
                 "decisiones pertinentes de la CMA"}},
    {.number = "I.E",
     .paragraph = "18(a), 4(e)",
     .need = required,
     .statement = "4(e)",
     .part = participation,
     .heading = {"Information on whether the most recent national inventory report required in "
                 "accordance with decision 18/CMA.1 has been provided",
                 "Le dernier rapport national d'inventaire exigé par la décision 18/CMA.1 a-t-il "
                 "été présenté",
                 "Si se ha presentado el último informe del inventario nacional exigido por la "
                 "decisión 18/CMA.1"}},
    {.number = "I.F",
     .paragraph = "18(a), 4(f)",
     .need = required,
     .statement = "4(f)",
     .part = participation,
     .heading =
         {"Information on how the Party ensures participation contributes to the "
          "implementation of its NDC and long-term low-emission development strategy, if it "
          "has submitted one, and the long-term goals of the Paris Agreement",
          "Comment la Partie s'assure que sa participation contribue à la mise en œuvre de "
          "sa CDN, à sa stratégie de développement à faibles émissions à long terme, si elle "
          "en a soumis une, et aux objectifs à long terme de l'Accord de Paris",
          "Cómo se asegura la Parte de que su participación contribuye a la aplicación de "
          "su CDN, a su estrategia de desarrollo con bajas emisiones a largo plazo, si la "
          "ha presentado, y a los objetivos a largo plazo del Acuerdo de París"}},

    {.number = "II",
     .paragraph = "18(b)",
     .heading = {"Description of the Party's NDC, as referred to in decision 18/CMA.1, annex, "
                 "paragraph 64, where a participating Party has not yet submitted a biennial "
                 "transparency report",
                 "Description de la CDN de la Partie au sens du paragraphe 64 de l'annexe de la "
                 "décision 18/CMA.1, si la Partie participante n'a pas encore soumis de rapport "
                 "biennal de transparence",
                 "Descripción de la CDN de la Parte conforme al párrafo 64 del anexo de la "
                 "decisión 18/CMA.1, si la Parte participante aún no ha presentado un informe "
                 "bienal de transparencia"}},
    {.number = "II.A",
     .paragraph = "18/CMA.1, 64(a)",
     .need = required,
     .statement = "64(a)",
     .part = ndc_target,
     .heading = {"Target(s) and description, including target type(s)",
                 "Cible(s) et description, y compris le(s) type(s) de cible",
                 "Meta(s) y descripción, incluido el tipo o los tipos de meta"}},
    {.number = "II.B",
     .paragraph = "18/CMA.1, 64(b)",
     .need = welcome,
     .statement = "64(b)",
     .part = ndc_years,
     .heading = {"Target year(s) or period(s), and whether they are single-year or multi-year "
                 "target(s)",
                 "Année(s) ou période(s) cible(s), cible sur une seule année ou pluriannuelle",
                 "Año(s) o período(s) de la meta, y si es de un solo año o plurianual"}},
    {.number = "II.C",
     .paragraph = "18/CMA.1, 64(c)",
     .need = required,
     .statement = "64(c)",
     .part = ndc_reference,
     .heading = {"Reference point(s), level(s), baseline(s), base year(s) or starting point(s), "
                 "and their respective value(s)",
                 "Point(s), niveau(x) de référence, scénario(s), année(s) de base ou point(s) de "
                 "départ, et leurs valeurs",
                 "Punto(s), nivel(es) de referencia, base(s), año(s) de base o punto(s) de "
                 "partida, y sus valores"}},
    {.number = "II.D",
     .paragraph = "18/CMA.1, 64(d)",
     .need = welcome,
     .statement = "64(d)",
     .part = ndc_period,
     .heading = {"Time frame(s) and/or periods for implementation",
                 "Calendrier(s) et/ou périodes de mise en œuvre",
                 "Plazo(s) y/o períodos de aplicación"}},
    {.number = "II.E",
     .paragraph = "18/CMA.1, 64(e)",
     .need = required,
     .statement = "64(e)",
     .part = ndc_coverage,
     .heading = {"Scope and coverage, including, as relevant, sectors, categories, activities, "
                 "sources and sinks, pools and gases",
                 "Champ et couverture : secteurs, catégories, activités, sources et puits, "
                 "réservoirs et gaz, selon le cas",
                 "Alcance y cobertura: sectores, categorías, actividades, fuentes y sumideros, "
                 "reservorios y gases, según corresponda"}},
    {.number = "II.F",
     .paragraph = "18/CMA.1, 64(f)",
     .need = required,
     .statement = "64(f)",
     .heading = {"Intention to use cooperative approaches that involve the use of internationally "
                 "transferred mitigation outcomes under Article 6 towards NDCs under Article 4",
                 "Intention de recourir à des démarches concertées passant par l'utilisation de "
                 "résultats d'atténuation transférés au niveau international (article 6) aux fins "
                 "des CDN (article 4)",
                 "Intención de recurrir a enfoques cooperativos que entrañen el uso de resultados "
                 "de mitigación de transferencia internacional (artículo 6) para cumplir las CDN "
                 "(artículo 4)"}},
    {.number = "II.G",
     .paragraph = "18/CMA.1, 64(g)",
     .need = required,
     .statement = "64(g)",
     .heading = {"Any updates or clarifications of previously reported information",
                 "Mises à jour ou précisions d'informations communiquées auparavant",
                 "Actualizaciones o aclaraciones de información comunicada anteriormente"}},

    {.number = "III",
     .paragraph = "18(c)-(f)",
     .heading = {"Information on ITMO metrics, method for applying corresponding adjustments and "
                 "method for quantification of the NDC",
                 "Métriques des ITMO, méthode d'ajustement correspondant et méthode de "
                 "quantification de la CDN",
                 "Métricas de los ITMO, método de ajuste correspondiente y método de "
                 "cuantificación de la CDN"}},
    {.number = "III.A",
     .paragraph = "18(c)",
     .need = welcome,
     .statement = "18(c) metrics",
     .part = metrics,
     .heading = {"ITMO metrics", "Métriques des ITMO", "Métricas de los ITMO"}},
    {.number = "III.B",
     .paragraph = "18(c)",
     .heading = {"Method for applying corresponding adjustments as per chapter III.B (Application "
                 "of corresponding adjustments)",
                 "Méthode d'application des ajustements correspondants selon le chapitre III.B",
                 "Método de aplicación de los ajustes correspondientes según el capítulo III.B"}},
    {.number = "III.B.1",
     .paragraph = "18(c)",
     .need = welcome,
     .statement = "18(c) method",
     .part = method,
     .heading = {"Description of the method for applying corresponding adjustment for multi-year "
                 "or single-year NDCs that will be applied consistently throughout the period of "
                 "NDC implementation, if applicable",
                 "Méthode d'ajustement correspondant pour une CDN pluriannuelle ou à année unique, "
                 "appliquée de la même manière pendant toute la période de mise en œuvre, le cas "
                 "échéant",
                 "Método de ajuste correspondiente para una CDN plurianual o de un solo año, que "
                 "se aplicará de manera uniforme durante todo el período de aplicación, si "
                 "procede"}},
    {.number = "III.B.2",
     .paragraph = "18(c)",
     .need = welcome,
     .statement = "18(c) trajectory",
     .part = trajectory,
     .heading = {"Description of the method for applying corresponding adjustments where the "
                 "method is a multi-year emissions trajectory, trajectories or budget, if "
                 "applicable",
                 "Méthode d'ajustement correspondant lorsqu'il s'agit d'une ou de trajectoires "
                 "pluriannuelles ou d'un budget d'émissions, le cas échéant",
                 "Método de ajuste correspondiente cuando se trata de una o varias trayectorias "
                 "plurianuales o de un presupuesto de emisiones, si procede"}},
    {.number = "III.C",
     .paragraph = "18(d)",
     .need = required,
     .statement = "18(d)",
     .part = quantification,
     .heading = {"Quantification of the Party's mitigation information in its NDC in t CO2 eq, or, "
                 "where this is not possible, the methodology for the quantification of the NDC",
                 "Quantification, en t éq. CO2, des informations relatives à l'atténuation dans la "
                 "CDN ou, à défaut, méthode de quantification de la CDN",
                 "Cuantificación, en t CO2 eq, de la información sobre mitigación de la CDN o, si "
                 "no es posible, metodología de cuantificación de la CDN"}},
    {.number = "III.D",
     .paragraph = "18(e)",
     .need = welcome,
     .statement = "18(e)",
     .part = non_ghg_quantification,
     .heading = {"Quantification of the Party's NDC, or the portion in the relevant non-GHG "
                 "indicator, in a non-GHG metric determined by each participating Party, if "
                 "applicable",
                 "Quantification de la CDN, ou de sa partie relevant de l'indicateur pertinent, "
                 "dans une métrique autre que les GES, le cas échéant",
                 "Cuantificación de la CDN, o de la parte del indicador pertinente, en una métrica "
                 "distinta de los GEI, si procede"}},
    {.number = "III.E",
     .paragraph = "18(f)",
     .need = welcome,
     .statement = "18(f)",
     .part = policies,
     .heading = {"For a first or first updated NDC consisting of policies and measures that is not "
                 "quantified, information on quantification of the Party's emission level",
                 "Pour une première CDN, ou première CDN actualisée, faite de politiques et "
                 "mesures non quantifiées : quantification du niveau d'émissions de la Partie",
                 "Para una primera CDN, o primera CDN actualizada, consistente en políticas y "
                 "medidas no cuantificadas: cuantificación del nivel de emisiones de la Parte"}},

    {.number = "IV",
     .paragraph = "18(g)-(i), 19",
     .per_approach = true,
     .heading = {"Information on each cooperative approach",
                 "Informations sur chaque démarche concertée",
                 "Información sobre cada enfoque cooperativo"}},
    {.number = "IV.A",
     .paragraph = "18(g)",
     .need = welcome,
     .statement = "18(g) authorization",
     .part = authorization_copy,
     .per_approach = true,
     .heading = {"Copy of the authorization by the participating Party",
                 "Copie de l'autorisation de la Partie participante",
                 "Copia de la autorización de la Parte participante"}},
    {.number = "IV.B",
     .paragraph = "18(g)",
     .need = required,
     .statement = "18(g) description",
     .part = approach,
     .per_approach = true,
     .heading = {"Description of the cooperative approach", "Description de la démarche concertée",
                 "Descripción del enfoque cooperativo"}},
    {.number = "IV.C",
     .paragraph = "18(g)",
     .need = welcome,
     .statement = "18(g) duration",
     .part = duration,
     .per_approach = true,
     .heading = {"Duration of the cooperative approach", "Durée de la démarche concertée",
                 "Duración del enfoque cooperativo"}},
    {.number = "IV.D",
     .paragraph = "18(g)",
     .need = welcome,
     .statement = "18(g) expected",
     .part = expected_mitigation,
     .per_approach = true,
     .heading = {"Expected mitigation for each year of the duration of the cooperative approach",
                 "Atténuation attendue pour chaque année de la durée de la démarche concertée",
                 "Mitigación prevista para cada año de la duración del enfoque cooperativo"}},
    {.number = "IV.E",
     .paragraph = "18(g)",
     .part = parties,
     .per_approach = true,
     .heading = {"Participating Parties involved in the cooperative approach",
                 "Parties participantes à la démarche concertée",
                 "Partes participantes en el enfoque cooperativo"}},
    {.number = "IV.F",
     .paragraph = "18(g)",
     .need = welcome,
     .statement = "18(g) entities",
     .part = entities,
     .per_approach = true,
     .heading = {"Authorized entities", "Entités autorisées", "Entidades autorizadas"}},
    {.number = "IV.G",
     .paragraph = "18(h)",
     .per_approach = true,
     .heading = {"Description of how the cooperative approach ensures environmental integrity",
                 "Comment la démarche concertée garantit l'intégrité environnementale",
                 "Cómo garantiza el enfoque cooperativo la integridad ambiental"}},
    {.number = "IV.G.1",
     .paragraph = "18(h)(i)",
     .need = required,
     .statement = "18(h)(i)",
     .part = no_net_increase,
     .per_approach = true,
     .heading =
         {"Description of how the cooperative approach ensures that there is no net increase "
          "in global emissions within and between NDC implementation periods",
          "Comment la démarche concertée garantit qu'il n'y a pas d'augmentation nette des "
          "émissions mondiales pendant les périodes de mise en œuvre des CDN et entre elles",
          "Cómo garantiza el enfoque cooperativo que no haya un aumento neto de las "
          "emisiones mundiales dentro de los períodos de aplicación de las CDN ni entre "
          "ellos"}},
    {.number = "IV.G.2",
     .paragraph = "18(h)(ii)",
     .need = required,
     .statement = "18(h)(ii)",
     .part = quality,
     .per_approach = true,
     .heading = {"Description of how the cooperative approach ensures environmental integrity "
                 "through robust, transparent governance and the quality of mitigation outcomes, "
                 "including through conservative reference levels and baselines set in a "
                 "conservative way and below 'business as usual' emission projections",
                 "Comment la démarche concertée garantit l'intégrité environnementale par une "
                 "gouvernance solide et transparente et par la qualité des résultats "
                 "d'atténuation, notamment par des niveaux de référence prudents et des scénarios "
                 "de référence prudents, inférieurs aux projections de statu quo",
                 "Cómo garantiza el enfoque cooperativo la integridad ambiental mediante una "
                 "gobernanza sólida y transparente y la calidad de los resultados de mitigación, "
                 "en particular con niveles de referencia prudentes y bases de referencia "
                 "prudentes, inferiores a las proyecciones sin cambios"}},
    {.number = "IV.G.3",
     .paragraph = "18(h)(iii)",
     .need = required,
     .statement = "18(h)(iii)",
     .part = non_permanence,
     .per_approach = true,
     .heading = {"Description of how the cooperative approach is minimizing the risk of "
                 "non-permanence of mitigation across several NDC periods and how, when reversals "
                 "of emission reductions or removals occur, the cooperative approach will ensure "
                 "that these are addressed in full",
                 "Comment la démarche concertée réduit au minimum le risque de non-permanence de "
                 "l'atténuation sur plusieurs périodes de CDN et fait en sorte que toute inversion "
                 "de réductions ou d'absorptions soit entièrement compensée",
                 "Cómo reduce al mínimo el enfoque cooperativo el riesgo de no permanencia de la "
                 "mitigación a lo largo de varios períodos de CDN y cómo hará que se compense por "
                 "completo toda reversión de reducciones o absorciones"}},
    {.number = "IV.H",
     .paragraph = "18(i)",
     .per_approach = true,
     .heading = {"Additional description of the cooperative approach",
                 "Autres éléments de description de la démarche concertée",
                 "Otros elementos de la descripción del enfoque cooperativo"}},
    {.number = "IV.H.1",
     .paragraph = "18(i)(i)",
     .need = required,
     .statement = "18(i)(i)",
     .part = impacts,
     .per_approach = true,
     .heading =
         {"Description of how the cooperative approach minimizes and, where possible, avoids "
          "negative environmental, economic and social impacts",
          "Comment la démarche concertée réduit au minimum et, si possible, évite les "
          "incidences environnementales, économiques et sociales négatives",
          "Cómo reduce al mínimo y, cuando es posible, evita el enfoque cooperativo los "
          "efectos ambientales, económicos y sociales negativos"}},
    {.number = "IV.H.2",
     .paragraph = "18(i)(ii)",
     .need = required,
     .statement = "18(i)(ii)",
     .per_approach = true,
     .heading = {"Description of how the cooperative approach reflects the eleventh preambular "
                 "paragraph of the Paris Agreement",
                 "Comment la démarche concertée reflète le onzième alinéa du préambule de l'Accord "
                 "de Paris",
                 "Cómo refleja el enfoque cooperativo el undécimo párrafo del preámbulo del "
                 "Acuerdo de París"}},
    {.number = "IV.H.3",
     .paragraph = "18(i)(iii)",
     .need = required,
     .statement = "18(i)(iii)",
     .part = sustainable_development,
     .per_approach = true,
     .heading = {"Description of how the cooperative approach is consistent with the sustainable "
                 "development objectives of the Party, noting national prerogatives",
                 "Comment la démarche concertée est compatible avec les objectifs de développement "
                 "durable de la Partie, compte tenu des prérogatives nationales",
                 "Cómo se ajusta el enfoque cooperativo a los objetivos de desarrollo sostenible "
                 "de la Parte, teniendo en cuenta las prerrogativas nacionales"}},
    {.number = "IV.H.4",
     .paragraph = "18(i)(iv)",
     .need = required,
     .statement = "18(i)(iv)",
     .part = limits,
     .per_approach = true,
     .heading =
         {"Description of how the cooperative approach applies any safeguards and limits set "
          "out in further guidance from the CMA pursuant to chapter III.D",
          "Comment la démarche concertée applique les garanties et limites énoncées dans "
          "d'autres directives de la CMA au titre du chapitre III.D",
          "Cómo aplica el enfoque cooperativo las salvaguardias y los límites establecidos "
          "en otras orientaciones de la CMA con arreglo al capítulo III.D"}},
    {.number = "IV.H.5",
     .paragraph = "18(i)(v)",
     .need = required,
     .statement = "18(i)(v)",
     .part = adaptation,
     .per_approach = true,
     .heading = {"Description of how the cooperative approach contributes resources for adaptation "
                 "pursuant to chapter VII (Ambition in mitigation and adaptation actions), if "
                 "applicable",
                 "Comment la démarche concertée fournit des ressources pour l'adaptation au titre "
                 "du chapitre VII, le cas échéant",
                 "Cómo aporta el enfoque cooperativo recursos para la adaptación con arreglo al "
                 "capítulo VII, si procede"}},
    {.number = "IV.H.6",
     .paragraph = "18(i)(vi)",
     .need = required,
     .statement = "18(i)(vi)",
     .part = overall_mitigation,
     .per_approach = true,
     .heading =
         {"Description of how the cooperative approach delivers overall mitigation in global "
          "emissions pursuant to chapter VII (Ambition in mitigation and adaptation "
          "actions), if applicable",
          "Comment la démarche concertée permet une atténuation globale des émissions "
          "mondiales au titre du chapitre VII, le cas échéant",
          "Cómo logra el enfoque cooperativo una mitigación global de las emisiones "
          "mundiales con arreglo al capítulo VII, si procede"}},
};

}  // namespace

std::span<const OutlineItem> initial_report_outline() { return kOutline; }

}  // namespace openitmo::reporting
