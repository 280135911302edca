// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

/** Without them an appliance that lost its own network believes that the primary is down. */
final class TestIpsAreSetForAutomaticFailover implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "network.test-ips-set-for-automatic-failover",
          Severity.WARNING,
          "Network Connectivity Test IPs are set where Enable Automatic Failover is on",
          "Enter addresses under Network Connectivity Test IPs on the Failover page of that side.",
          "S1 \"Establish the Primary/Backup Failover Relationship Between Two B Series"
              + " Appliances\", D-MAIL");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return FailoverPage.judgeWhereAutomaticFailoverIsOn(
        facts,
        settings ->
            Verdict.of(
                !settings.networkConnectivityTestIps().isEmpty(),
                "test IPs are " + settings.networkConnectivityTestIps(),
                "automatic failover is on, no test IP is set"));
  }
}
