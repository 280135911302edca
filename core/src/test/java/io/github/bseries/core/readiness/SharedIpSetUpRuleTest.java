// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.PairSide.NORMAL_BACKUP;
import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.WellKept.factsOf;
import static io.github.bseries.core.readiness.WellKept.factsWith;
import static io.github.bseries.core.readiness.WellKept.pair;
import static io.github.bseries.core.readiness.WellKept.said;

import io.github.bseries.core.pair.Appliance;
import io.github.bseries.core.pair.BackupSettings;
import io.github.bseries.core.pair.IpAddress;
import io.github.bseries.core.pair.NatSwing;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What both rules on how a shared IP is set up say of the normal backup. */
abstract class SharedIpSetUpRuleTest {

  private final Rule rule;

  SharedIpSetUpRuleTest(Rule rule) {
    this.rule = rule;
  }

  @Test
  void an_address_that_is_not_configured_breaks_it() {
    violates(
        rule,
        factsWith(
            NORMAL_BACKUP,
            declared -> declared.ipConfiguration(said(List.of(IpAddress.parse("12.12.1.51"))))),
        "IP Configuration of the normal backup has no 12.12.1.52");
  }

  @Test
  void an_address_that_is_not_checked_breaks_it() {
    violates(
        rule,
        factsWith(NORMAL_BACKUP, BackupSettings.builder().build()),
        "Shared IPs of the normal backup has no 12.12.1.52");
    violates(
        rule,
        factsWith(NORMAL_BACKUP, BackupSettings.builder().sharedIps("12.12.1.53").build()),
        "Shared IPs of the normal backup has no");
  }

  @Test
  void a_page_that_was_not_declared_is_not_judged() {
    lacks(
        rule,
        factsOf(pair().withNormalBackup(Appliance.at("site2.example.com"))),
        "IP Configuration of the normal backup: not declared; backup settings of the normal backup:"
            + " not declared");
  }

  @Test
  void nothing_is_asked_without_a_shared_ip() {
    passes(
        rule,
        factsOf(pair().toBuilder().cutover(new NatSwing(null)).build()),
        "not asked of a pair with NAT swing");
  }
}
