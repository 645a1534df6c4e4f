#include "reporting/outline.h"

namespace openitmo::reporting {

namespace {

using enum OutlinePart;
using enum StatementNeed;

constexpr OutlineItem kOutline[] = {
    {.number = "I",
     .paragraph = "21(a)",
     .heading = {"Participation responsibilities", "Responsabilités en matière de participation",
                 "Responsabilidades en materia de participación"}},
    {.number = "I.A",
     .paragraph = "21(a), 4(a)",
     .need = welcome,
     .statement = "21(a) 4(a)",
     .earlier = "4(a)",
     .part = participation,
     .heading = {"Information on how the Party ensures that it is a Party to the Paris Agreement",
                 "Comment la Partie s'assure qu'elle est Partie à l'Accord de Paris",
                 "Cómo se asegura la Parte de que es Parte en el Acuerdo de París"}},
    {.number = "I.B",
     .paragraph = "21(a), 4(b)",
     .need = required,
     .statement = "21(a) 4(b)",
     .earlier = "4(b)",
     .part = participation,
     .heading = {"Information on how the Party ensures that it has prepared, communicated and is "
                 "maintaining an NDC in accordance with Article 4, paragraph 2",
                 "Comment la Partie s'assure qu'elle a établi et communiqué une CDN et qu'elle "
                 "l'actualise, conformément au paragraphe 2 de l'article 4",
                 "Cómo se asegura la Parte de que ha preparado y comunicado una CDN y la mantiene, "
                 "de conformidad con el artículo 4, párrafo 2"}},
    {.number = "I.C",
     .paragraph = "21(a), 4(c)",
     .need = required,
     .statement = "21(a) 4(c)",
     .earlier = "4(c)",
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
     .paragraph = "21(a), 4(d)",
     .need = required,
     .statement = "21(a) 4(d)",
     .earlier = "4(d)",
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
     .paragraph = "21(a), 4(e)",
     .need = required,
     .statement = "21(a) 4(e)",
     .earlier = "4(e)",
     .part = participation,
     .heading = {"Information on whether the most recent national inventory report required in "
                 "accordance with decision 18/CMA.1 has been provided",
                 "Le dernier rapport national d'inventaire exigé par la décision 18/CMA.1 a-t-il "
                 "été présenté",
                 "Si se ha presentado el último informe del inventario nacional exigido por la "
                 "decisión 18/CMA.1"}},
    {.number = "I.F",
     .paragraph = "21(a), 4(f)",
     .need = required,
     .statement = "21(a) 4(f)",
     .earlier = "4(f)",
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
     .paragraph = "21(b)",
     .need = welcome,
     .statement = "21(b)",
     .part = updates,
     .heading = {"Updates to the information provided by the Party in its initial report and any "
                 "previous biennial transparency reports",
                 "Mises à jour des informations données par la Partie dans son rapport initial et "
                 "dans ses rapports biennaux de transparence antérieurs",
                 "Actualizaciones de la información facilitada por la Parte en su informe inicial "
                 "y en sus informes bienales de transparencia anteriores"}},
    {.number = "III",
     .paragraph = "21(c)",
     .need = welcome,
     .statement = "21(c)",
     .part = authorizations,
     .heading = {"Information on authorizations and information on its authorization(s) of use of "
                 "ITMOs towards achievement of NDCs and authorization for use for other "
                 "international mitigation purposes, including any changes to earlier "
                 "authorizations, pursuant to Article 6, paragraph 3",
                 "Autorisations d'utiliser des ITMO aux fins de la réalisation des CDN et "
                 "autorisations à d'autres fins d'atténuation internationales, y compris toute "
                 "modification d'autorisations antérieures, conformément au paragraphe 3 de "
                 "l'article 6",
                 "Autorizaciones de uso de ITMO con miras al cumplimiento de las CDN y para otros "
                 "fines de mitigación internacionales, incluidos los cambios de autorizaciones "
                 "anteriores, de conformidad con el artículo 6, párrafo 3"}},
    {.number = "IV",
     .paragraph = "21(d)",
     .need = required,
     .statement = "21(d)",
     .part = adjustments,
     .heading = {"Information on how corresponding adjustments undertaken in the latest reporting "
                 "period ensure that double counting is avoided and are representative of progress "
                 "towards implementation and achievement of the Party's NDC, and how those "
                 "corresponding adjustments ensure that participation in cooperative approaches "
                 "does not lead to a net increase in emissions",
                 "Comment les ajustements correspondants de la dernière période évitent le double "
                 "comptage, représentent les progrès vers la réalisation de la CDN et font que la "
                 "participation à des démarches concertées n'entraîne pas d'augmentation nette des "
                 "émissions",
                 "Cómo los ajustes correspondientes del último período evitan el doble cómputo, "
                 "representan el progreso hacia el cumplimiento de la CDN y hacen que la "
                 "participación en enfoques cooperativos no dé lugar a un aumento neto de las "
                 "emisiones"}},
    {.number = "V",
     .paragraph = "21(e)",
     .need = welcome,
     .statement = "21(e)",
     .part = no_further_use,
     .heading = {"Information on how the Party has ensured that ITMOs that have been used towards "
                 "achievement of its NDC or mitigation outcome(s) authorized for use and that have "
                 "been used for other international mitigation purposes will not be further "
                 "transferred, further cancelled or otherwise used",
                 "Comment la Partie a fait en sorte que les ITMO utilisés aux fins de sa CDN, ou "
                 "les résultats d'atténuation utilisés à d'autres fins d'atténuation "
                 "internationales, ne soient plus transférés, annulés ni utilisés",
                 "Cómo ha hecho la Parte que los ITMO utilizados para su CDN, o los resultados de "
                 "mitigación utilizados para otros fines de mitigación internacionales, no vuelvan "
                 "a transferirse, cancelarse ni utilizarse"}},

    {.number = "VI",
     .paragraph = "22(a)-(k)",
     .per_approach = true,
     .heading = {"Information on each cooperative approach",
                 "Informations sur chaque démarche concertée",
                 "Información sobre cada enfoque cooperativo"}},
    {.number = "VI.A",
     .paragraph = "22(a)",
     .need = required,
     .statement = "22(a)",
     .part = contribution,
     .per_approach = true,
     .heading =
         {"Description of how the cooperative approach contributes to the mitigation of GHGs "
          "and the implementation of the NDC",
          "Comment la démarche concertée contribue à l'atténuation des GES et à la mise en "
          "œuvre de la CDN",
          "Cómo contribuye el enfoque cooperativo a la mitigación de los GEI y a la "
          "aplicación de la CDN"}},
    {.number = "VI.B",
     .paragraph = "22(b)",
     .per_approach = true,
     .heading = {"Description of how the cooperative approach ensures environmental integrity",
                 "Comment la démarche concertée garantit l'intégrité environnementale",
                 "Cómo garantiza el enfoque cooperativo la integridad ambiental"}},
    {.number = "VI.B.1",
     .paragraph = "22(b)(i)",
     .need = required,
     .statement = "22(b)(i)",
     .earlier = "18(h)(i)",
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
    {.number = "VI.B.2",
     .paragraph = "22(b)(ii)",
     .need = required,
     .statement = "22(b)(ii)",
     .earlier = "18(h)(ii)",
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
    {.number = "VI.B.3",
     .paragraph = "22(b)(iii)",
     .need = required,
     .statement = "22(b)(iii)",
     .earlier = "18(h)(iii)",
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
    {.number = "VI.C",
     .paragraph = "22(c)",
     .need = required,
     .statement = "22(c)",
     .part = measurement,
     .per_approach = true,
     .heading =
         {"Where a mitigation outcome is measured and transferred in t CO2 eq, description "
          "of how the cooperative approach provides for the measurement of mitigation "
          "outcomes in accordance with the methodologies and metrics assessed by the "
          "Intergovernmental Panel on Climate Change and adopted by the CMA",
          "Pour un résultat mesuré et transféré en t éq. CO2 : comment la démarche concertée "
          "prévoit la mesure des résultats d'atténuation selon les méthodes et métriques "
          "évaluées par le GIEC et adoptées par la CMA",
          "Para un resultado medido y transferido en t CO2 eq: cómo prevé el enfoque "
          "cooperativo la medición de los resultados de mitigación según las metodologías y "
          "métricas evaluadas por el IPCC y adoptadas por la CMA"}},
    {.number = "VI.D",
     .paragraph = "22(d)",
     .part = non_ghg_metric,
     .per_approach = true,
     .heading =
         {"Where a mitigation outcome is measured and first transferred in a non-GHG metric, "
          "description of how the cooperative approach ensures that the method for "
          "converting the non-GHG metric into t CO2 eq is appropriate",
          "Pour un résultat mesuré et transféré pour la première fois dans une métrique "
          "autre que les GES : comment la démarche concertée garantit que la méthode de "
          "conversion en t éq. CO2 est appropriée",
          "Para un resultado medido y transferido por primera vez en una métrica distinta "
          "de los GEI: cómo garantiza el enfoque cooperativo que el método de conversión a "
          "t CO2 eq es adecuado"}},
    {.number = "VI.D.1",
     .paragraph = "22(d)(i)",
     .need = required,
     .statement = "22(d)(i)",
     .part = non_ghg_metric,
     .per_approach = true,
     .heading = {"Description of how the conversion method represents the emission reductions or "
                 "removals that occur within the geographical boundaries and time frame in which "
                 "the non-GHG mitigation outcome was generated",
                 "Comment la méthode de conversion représente les réductions ou absorptions "
                 "obtenues dans le périmètre géographique et la période où le résultat a été "
                 "produit",
                 "Cómo representa el método de conversión las reducciones o absorciones ocurridas "
                 "dentro de los límites geográficos y el plazo en que se generó el resultado"}},
    {.number = "VI.D.2",
     .paragraph = "22(d)(ii)",
     .need = required,
     .statement = "22(d)(ii)",
     .part = non_ghg_metric,
     .per_approach = true,
     .heading = {"Description of how the conversion method is appropriate for the specific non-CO2 "
                 "eq metric",
                 "Comment la méthode de conversion convient à la métrique en question",
                 "Cómo se adecua el método de conversión a la métrica específica"}},
    {.number = "VI.D.3",
     .paragraph = "22(d)(iii)",
     .need = required,
     .statement = "22(d)(iii)",
     .part = non_ghg_metric,
     .per_approach = true,
     .heading = {"Description of how the conversion method is transparent",
                 "Comment la méthode de conversion est transparente",
                 "Cómo es transparente el método de conversión"}},
    {.number = "VI.E",
     .paragraph = "22(e)",
     .need = required,
     .statement = "22(e)",
     .per_approach = true,
     .heading = {"Description of how the cooperative approach provides for, as applicable, the "
                 "measurement of mitigation co-benefits resulting from adaptation actions and/or "
                 "economic diversification plans",
                 "Comment la démarche concertée prévoit, le cas échéant, la mesure des retombées "
                 "bénéfiques d'atténuation de mesures d'adaptation ou de plans de diversification "
                 "économique",
                 "Cómo prevé el enfoque cooperativo, si procede, la medición de los beneficios "
                 "secundarios de mitigación de medidas de adaptación o planes de diversificación "
                 "económica"}},
    {.number = "VI.F",
     .paragraph = "22(f)",
     .need = required,
     .statement = "22(f)",
     .earlier = "18(i)(i)",
     .part = impacts,
     .per_approach = true,
     .heading =
         {"Description of how the cooperative approach minimizes and, where possible, avoids "
          "negative environmental, economic and social impacts",
          "Comment la démarche concertée réduit au minimum et, si possible, évite les "
          "incidences environnementales, économiques et sociales négatives",
          "Cómo reduce al mínimo y, cuando es posible, evita el enfoque cooperativo los "
          "efectos ambientales, económicos y sociales negativos"}},
    {.number = "VI.G",
     .paragraph = "22(g)",
     .need = required,
     .statement = "22(g)",
     .earlier = "18(i)(ii)",
     .per_approach = true,
     .heading = {"Description of how the cooperative approach reflects the eleventh preambular "
                 "paragraph of the Paris Agreement",
                 "Comment la démarche concertée reflète le onzième alinéa du préambule de l'Accord "
                 "de Paris",
                 "Cómo refleja el enfoque cooperativo el undécimo párrafo del preámbulo del "
                 "Acuerdo de París"}},
    {.number = "VI.H",
     .paragraph = "22(h)",
     .need = required,
     .statement = "22(h)",
     .earlier = "18(i)(iii)",
     .part = sustainable_development,
     .per_approach = true,
     .heading = {"Description of how the cooperative approach is consistent with sustainable "
                 "development objectives of the Party, noting national prerogatives",
                 "Comment la démarche concertée est compatible avec les objectifs de développement "
                 "durable de la Partie, compte tenu des prérogatives nationales",
                 "Cómo se ajusta el enfoque cooperativo a los objetivos de desarrollo sostenible "
                 "de la Parte, teniendo en cuenta las prerrogativas nacionales"}},
    {.number = "VI.I",
     .paragraph = "22(i)",
     .need = required,
     .statement = "22(i)",
     .earlier = "18(i)(iv)",
     .part = limits,
     .per_approach = true,
     .heading =
         {"Description of how the cooperative approach applies any safeguards and limits set "
          "out in further guidance from the CMA pursuant to chapter III.D",
          "Comment la démarche concertée applique les garanties et limites énoncées dans "
          "d'autres directives de la CMA au titre du chapitre III.D",
          "Cómo aplica el enfoque cooperativo las salvaguardias y los límites establecidos "
          "en otras orientaciones de la CMA con arreglo al capítulo III.D"}},
    {.number = "VI.J",
     .paragraph = "22(j)",
     .need = required,
     .statement = "22(j)",
     .earlier = "18(i)(v)",
     .part = adaptation,
     .per_approach = true,
     .heading = {"Description of how the cooperative approach contributes resources for adaptation "
                 "pursuant to chapter VII (Ambition in mitigation and adaptation actions), if "
                 "applicable",
                 "Comment la démarche concertée fournit des ressources pour l'adaptation au titre "
                 "du chapitre VII, le cas échéant",
                 "Cómo aporta el enfoque cooperativo recursos para la adaptación con arreglo al "
                 "capítulo VII, si procede"}},
    {.number = "VI.K",
     .paragraph = "22(k)",
     .need = required,
     .statement = "22(k)",
     .earlier = "18(i)(vi)",
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

    {.number = "Annex I",
     .paragraph = "23(j)",
     .part = breakdown,
     .heading = {"Annex I on additional information", "Annexe I : informations complémentaires",
                 "Anexo I: información adicional"}},
    {.number = "Annex II",
     .paragraph = "24",
     .part = confidential,
     .heading = {"Annex II for confidential information",
                 "Annexe II : informations confidentielles", "Anexo II: información confidencial"}},
};

}  // namespace

std::span<const OutlineItem> regular_information_outline() { return kOutline; }

}  // namespace openitmo::reporting
