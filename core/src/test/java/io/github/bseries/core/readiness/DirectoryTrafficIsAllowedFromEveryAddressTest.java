// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.PairSide.NORMAL_BACKUP;
import static io.github.bseries.core.readiness.Verdict.notJudged;
import static io.github.bseries.core.readiness.Verdict.passed;
import static io.github.bseries.core.readiness.Verdict.violated;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.DirectoryTraffic;
import io.github.bseries.core.pair.NatSwing;
import io.github.bseries.core.pair.PairSide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DirectoryTrafficIsAllowedFromEveryAddressTest {

  private static final Rule RULE = new DirectoryTrafficIsAllowedFromEveryAddress();

  @Test
  void every_address_of_both_sides_passes() {
    assertThat(RULE.judge(WellKept.facts()))
        .isEqualTo(
            passed(
                "normal primary: let through from [12.12.1.50, 12.12.1.52];"
                    + " normal backup: let through from [12.12.1.51, 12.12.1.52]"));
  }

  @Test
  void a_site_without_a_directory_needs_none() {
    PairFacts facts = WellKept.facts();
    for (PairSide side : PairSide.values()) {
      facts = declaring(facts, side, DirectoryTraffic.none());
    }

    assertThat(RULE.judge(facts))
        .isEqualTo(
            passed("normal primary: no directory is used; normal backup: no directory is used"));
  }

  @ParameterizedTest
  @CsvSource({"12.12.1.51, 12.12.1.52", "12.12.1.52, 12.12.1.51"})
  void an_address_that_is_blocked_does_not(String allowed, String blocked) {
    assertThat(RULE.judge(allowing(allowed)))
        .isEqualTo(violated("normal backup: not let through from [" + blocked + "]"));
  }

  @Test
  void each_of_the_three_sources_of_addresses_counts() {
    PairFacts none = allowing();
    PairFacts noPage = Removals.attested(NORMAL_BACKUP, SideFact.IP_CONFIGURATION).apply(none);

    assertThat(RULE.judge(none))
        .isEqualTo(
            violated(
                "normal backup: not let through from [12.12.1.51];"
                    + " normal backup: not let through from [12.12.1.51, 12.12.1.52];"
                    + " normal backup: not let through from [12.12.1.52]"));
    assertThat(RULE.judge(noPage))
        .isEqualTo(
            violated(
                "normal backup: not let through from [12.12.1.51];"
                    + " normal backup: not let through from [12.12.1.52]"));
    assertThat(RULE.judge(Removals.ip(NORMAL_BACKUP).apply(noPage)))
        .isEqualTo(violated("normal backup: not let through from [12.12.1.52]"));
  }

  @ParameterizedTest
  @EnumSource
  void a_missing_fact_is_not_judged(PairSide side) {
    assertThat(RULE.judge(Changed.without(side, SideFact.DIRECTORY_TRAFFIC)))
        .isEqualTo(notJudged("directory traffic of the " + side.title() + ": not declared"));
    assertThat(RULE.judge(Changed.without(side, SideFact.IP_CONFIGURATION)))
        .isEqualTo(notJudged("IP configuration of the " + side.title() + ": not declared"));
    assertThat(RULE.judge(Removals.ip(side).apply(WellKept.facts())))
        .isEqualTo(notJudged("own IP address of the " + side.title() + ": not declared"));
  }

  @Test
  void with_a_swing_there_is_no_shared_address() {
    assertThat(RULE.judge(Changed.cutover(new NatSwing(null))).isPassed()).isTrue();
  }

  @Test
  void without_a_pair_it_is_not_judged() {
    assertThat(RULE.judge(Changed.withoutPair())).isEqualTo(notJudged("no pair was declared"));
  }

  private static PairFacts allowing(String... ips) {
    return declaring(WellKept.facts(), NORMAL_BACKUP, DirectoryTraffic.allowedFrom(ips));
  }

  private static PairFacts declaring(PairFacts facts, PairSide side, DirectoryTraffic traffic) {
    return Removals.appliance(
            side,
            it ->
                it.withDeclared(
                    it.declared().toBuilder().directoryTraffic(WellKept.said(traffic)).build()))
        .apply(facts);
  }
}
