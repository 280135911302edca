// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

/**
 * A primary that ails may not get through a data sync; it is also the reason for which to fail
 * over.
 */
final class PrimaryIsWell implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "pair.primary-is-well",
          Severity.WARNING,
          "The appliance that is primary says that it is well",
          "Read its error messages. If they can be put right in reasonable time, do that rather"
              + " than fail over.",
          "S1 \"Check B Series Appliance Health\"");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return BySide.primary(facts, Wellness::judge);
  }
}
