"""The documents that the acts name: short invented texts, so that evidence is real bytes with a hash."""

BANNER = "**DEMONSTRATION, fictitious data / DÉMONSTRATION, données fictives**"
PARTIES = {"sen": "Senegal", "che": "Switzerland"}
COMPONENTS = {"niaye-nord": "Niaye Nord", "cap-est": "Cap Est", "casamance-sud": "Casamance Sud"}
LATER_COMPONENTS = {"mbeubeuss-gas": "the gas wells at Mbeubeuss", "recycling-points": "the recycling points"}

PARTICIPATION = (
    "Stands in for the evidence that {party} meets the participation responsibilities of decision 2/CMA.3, "
    "annex, paragraph 4: (a) it is a Party to the Paris Agreement; (b) it has communicated an NDC; (c) it "
    "has arrangements for authorizing the use of ITMOs; (d) it has arrangements for tracking ITMOs; (e) it "
    "has provided its most recent national inventory report; (f) its participation contributes to its NDC, "
    "its long-term strategy and the Paris Agreement.")
INITIAL_REPORT = (
    "Stands in for the initial report of {party} (decision 2/CMA.3, annex, paragraph 18) on cooperative "
    "approach CA9999, with the NDC, the adjustment method and the expected transfers. No initial report of "
    "Senegal was found in public sources; nothing here may be read as one.")
NDC = (
    "Stands in for the NDC of {party} as far as accounting needs it. The figures used, with their sources, "
    "stand in the programme folder; the method of adjustment is an assumption where no document states it.")

ELIGIBILITY = {
    "site-title": "the operator of {site} holds the land for the whole crediting period",
    "start-date": "works at {site} began not more than three months before the application",
    "disposal-survey": "without the component the waste would go to an unmanaged disposal site of more "
                       "than five metres; the survey of {site} measured six to twelve metres",
    "no-other-credits": "no other crediting programme or captured landfill gas covers the waste of {site}",
}

LATER_ELIGIBILITY = {
    "site-title": "the operator of {site} may work there for the whole crediting period",
    "start-date": "works for {site} began not more than three months before the application",
    "disposal-survey": "no rule asks for what {site} will do, and nobody did it before",
    "no-other-credits": "no other crediting programme covers {site}, and no composting site of the activity relieves "
                        "Mbeubeuss",
}

ADDITIONALITY = {
    "legal-requirement": "No law or permit requires that this waste be composted or recycled or that its methane be "
                         "captured.",
    "investment": "Without revenue from ITMOs the sites do not cover their operating cost; greenfield "
                  "composting of municipal waste in a least developed country is on the positive list of "
                  "ACM0022.",
    "unconditional-ndc": "The measures belong to the conditional part of the host's NDC; none is counted in "
                         "the unconditional part.",
    "public-finance": "Public finance pays for the rehabilitation of the old disposal site, not for the "
                      "composting sites, the wells or the recycling points; its share is accounted for apart.",
    "exclusions": "The activity type is not on the buyer's list of exclusions and the start date fits.",
    "parallel-crediting": "A search of the public registries found no activity on these sites.",
}

# Verification of the first report: what the verifier found, what was answered, how it ended.
FINDINGS = {
    "verifier-key": ("Key of the verifier", "The verifier makes known the key with which it signs its opinions. It is "
                     "the key of a demonstration: anybody can make it, so it proves nothing."),
    "mr-1-car-1": ("Corrective action MR-1-CAR-1", "In the draft of monitoring report 1 the residues that left Cap Est "
                   "in 2023 were not taken off the waste composted. Correct the quantities and report again."),
    "mr-1-car-1-answer-1": ("Answer to MR-1-CAR-1", "The residues were taken off from July 2023 on."),
    "mr-1-car-1-returned": ("MR-1-CAR-1 returned", "Residues left the site from January 2023 on; the first half of the "
                            "year is still missing."),
    "mr-1-car-1-answer-2": ("Second answer to MR-1-CAR-1", "The residues are taken off for the whole of 2023, ticket by "
                            "ticket; the report has the corrected results."),
    "mr-1-car-1-closed": ("MR-1-CAR-1 closed", "Tickets of residues and results were compared for the whole year; they "
                          "agree."),
    "mr-1-cl-1": ("Clarification MR-1-CL-1", "Explain how the loads at Niaye Nord were chosen whose composition was "
                  "sampled."),
    "mr-1-cl-1-answer": ("Answer to MR-1-CL-1", "Loads are drawn by lot, in each month of the year; the protocol of the "
                         "draws is attached."),
    "mr-1-cl-1-closed": ("MR-1-CL-1 closed", "The protocol shows the draws; months with and without rain are covered."),
    "mr-1-far-1": ("Forward action MR-1-FAR-1", "The weighbridges were calibrated by their maker. Before the next report "
                   "an accredited body is to calibrate them."),
    "mr-1-far-1-answer": ("Answer to MR-1-FAR-1", "An accredited body calibrated the three weighbridges; the certificates "
                          "are attached."),
    "mr-1-far-1-closed": ("MR-1-FAR-1 closed", "The certificates cover the three weighbridges and the whole of 2024."),
    "mr-2-car-1": ("Corrective action MR-2-CAR-1", "Ticket NN24-04877 of Niaye Nord records 6900 kg gross and 3500 kg "
                   "tare, its scan shows 6090 and 3500 kg. Correct it, or show that the reductions do not become too "
                   "high by it."),
    "mr-2-car-1-answer": ("Answer to MR-2-CAR-1", "Digits were exchanged when the ticket was typed. Composting emits in "
                          "the year and avoids later, so the reductions of 2024 are too low by it, not too high; the "
                          "figures of the report are kept."),
    "mr-2-car-1-closed": ("MR-2-CAR-1 closed", "120 of 19,360 tickets were seen, one is wrong. Extrapolated, the mass is "
                          "0.483 % too high and the reductions are 5.728 t CO2 eq too low: below the threshold of 5 %."),
    "mr-2-far-1": ("Forward action MR-2-FAR-1", "Before the next report the weighbridge of Niaye Nord is to hand its "
                   "figures over without typing."),
}
# What the sample of tickets gives for a report, by its number.
SAMPLED = {
    2: " Of 120 sampled tickets of Niaye Nord one is wrong: extrapolated, the mass is 0.483 % too high and the "
       "reductions are 5.728 t CO2 eq too low; the larger share is stated as the extrapolated error.",
}


def banner_lines(title, paragraph):
    return ["# " + title, "", BANNER, "", paragraph]


def all_documents():
    """File name without .md -> lines."""
    texts = {}

    def add(name, title, paragraph):
        texts[name] = banner_lines(title, paragraph)

    add("agreement", "Cooperative approach CA9999 (fictitious identifier)",
        "Stands in for the bilateral agreement. The real agreement between Switzerland and Senegal was "
        "signed in Dakar on 6 July 2021 (swissinfo, 2021-07-06); this approach, its identifier and all acts "
        "under it are invented.")
    for code, party in PARTIES.items():
        add(code + "-participation", "Participation responsibilities, %s (fictitious)" % party,
            PARTICIPATION.format(party=party))
        add(code + "-ndc", "NDC of %s, accounting extract (stand-in)" % party, NDC.format(party=party))
        add(code + "-initial-report", "Initial report, %s (fictitious)" % party,
            INITIAL_REPORT.format(party=party))
        add(code + "-inventory", "Inventory figures of %s (stand-in)" % party,
            "Stands in for the national inventory documents behind the figures of the programme folder. "
            "Each figure says there whether it is published, with its source, or invented.")
        add(code + "-authorization", "Authorization of %s (fictitious)" % party,
            "Authorizes mitigation outcomes of activity SEN-WASTE-1, vintages 2022 to 2030, up to 100,000 t "
            "CO2 eq, for use towards NDCs; tracked in the Party's registry; no change after first transfer.")
        add(code + "-entity-conditions", "Authorization of entities, %s (fictitious)" % party,
            "The entities may hold and transfer units of cooperative approach CA9999 under the terms of the "
            "authorization and report once a year.")
        for number, years in ((1, "2022 and 2023"), (2, "2024")):
            add("%s-examination-%d" % (code, number),
                "Examination of monitoring report %d by %s (fictitious)" % (number, party),
                "The Party examined the verified report on %s and accepts it." % years)
    add("design-document", "Mitigation activity design document (fictitious)",
        "Three composting sites divert market and household waste from unmanaged disposal sites: Niaye Nord "
        "and Cap Est near Dakar, Casamance Sud near Ziguinchor. From 2024 on wells take landfill gas from one "
        "closed part of Mbeubeuss, and recycling points sell plastics. Sites, entities and figures are invented.")
    for components, texts_of in ((COMPONENTS, ELIGIBILITY), (LATER_COMPONENTS, LATER_ELIGIBILITY)):
        for key, name in components.items():
            for criterion, text in texts_of.items():
                add("%s-%s" % (key, criterion), "%s: %s (fictitious)" % (name, criterion.replace("-", " ")),
                    "States that " + text.format(site=name) + ".")
    add("validation-report", "Validation report (fictitious)",
        "An invented validator concludes positively on the design document: methodologies AMS-III.F 12.0, "
        "ACM0001 19.0 and AMS-III.AJ 7.0 are applied correctly; 0 findings remain open.")
    add("validation-report-2", "Validation report of the changed design (fictitious)",
        "The same invented validator concludes positively on four changes after the first validation, none of which "
        "changes how the methodologies apply: the capacity of Niaye Nord from 26,000 to 30,000 t a year and that of "
        "Casamance Sud from 15,000 to 16,000 t a year, and at both sites the density of diesel, 0.840 t/m3 by the "
        "supplier's declaration in place of the default 0.845 t/m3; 0 findings remain open.")
    for key, text in ADDITIONALITY.items():
        add("additionality-" + key, "Additionality: %s (fictitious)" % key.replace("-", " "), text)
    for number, years in ((1, "2022 and 2023"), (2, "2024")):
        add("verification-%d" % number, "Verification statement %d (fictitious)" % number,
            "An invented verifier, who did not validate the activity, recomputed the emission reductions of "
            "%s from the monitoring files and agrees, the materiality threshold being 5 %%; no finding against "
            "the report remains open.%s"
            % (years, SAMPLED.get(number, "")))
        add("recognition-request-%d" % number, "Request for recognition of transfer %d (fictitious)" % number,
            "The entitled entity asks the host to recognise the transfer of the verified outcomes of %s."
            % years)
    for name, stage in (("draft", "Draft report"), ("report", "Report")):
        add("sen-review-" + name, "%s of the technical expert review of Senegal (fictitious)" % stage,
            "Stands in for the %s of a desk review of the initial report in March 2026, with recommendations "
            "SEN-2026-1 on paragraph 18(h)(i) and SEN-2026-2 on paragraph 18(i)(iii). No such review took "
            "place; nothing here may be read as the words of any review team." % stage.lower())
    for name, (title, paragraph) in FINDINGS.items():
        add(name, title + " (fictitious)", paragraph)
    return texts
