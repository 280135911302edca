// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

/** Without it, users do not reach the primary. */
final class PrimaryHoldsSharedIp implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "pair.primary-holds-shared-ip",
          Severity.WARNING,
          "The shared IP is enabled on the appliance that is primary",
          "Disable the shared IP on the backup first, and see that it is gone there. Then enable it"
              + " on the primary (/appliance > Networking > IP Configuration), and check its box"
              + " under Shared IPs on the Failover page.",
          "S1 \"Set Up a Shared IP Address for Failover B Series Appliance Configuration\"");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return SharedIps.judge(
        facts,
        ip ->
            BySide.primary(
                facts,
                (side, health) ->
                    Verdict.of(
                        SharedIps.holds(health, ip),
                        side.title() + " is primary and holds " + ip,
                        side.title() + " is primary and does not hold " + ip)));
  }
}
