// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

/** The setting is not synced. A side without it cannot give the address up, nor take it back. */
final class SharedIpIsSetUpOnBoth implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "pair.shared-ip-is-set-up-on-both",
          Severity.WARNING,
          "Both appliances are set up for the shared IP",
          "Add the shared IP under Networking > IP Configuration of both, enabled on the primary"
              + " only, and check its box under Shared IPs on both Failover pages.",
          "S1 \"Appendix: Administration Settings for Failover\", S1 \"Set Up a Shared IP Address"
              + " for Failover B Series Appliance Configuration\"");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return SharedIps.judge(facts, ip -> EachSide.judge(side -> SharedIps.isSetUp(facts, side, ip)));
  }
}
