// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.backup.DeploymentFile;
import io.github.bseries.core.pair.PairSide;

/**
 * A lost virtual appliance is installed from it, and the vendor sends one in its business hours
 * only.
 */
final class DeploymentFilesAreSaved implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "kit.deployment-files-are-saved",
          Severity.NOTICE,
          "The file from which a virtual appliance is installed is saved",
          "Ask the vendor's support for the deployment file of that platform, and save it; on AWS,"
              + " make sure that the image is shared with your account.",
          "S2 \"RS Virtual Appliances\"");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return EachSide.judge(
        side ->
            facts
                .declaredPair()
                .flatMap(
                    pair ->
                        Fact.ofNullable(
                            side.of(pair).platform(),
                            "platform of the " + side.title() + ": not declared"))
                .judge(
                    platform ->
                        platform.isVirtual()
                            ? judge(facts, "deployment file of the " + side.title(), side)
                            : Verdict.passed(side.title() + " is no virtual appliance")));
  }

  private static Verdict judge(PairFacts facts, String what, PairSide side) {
    return KitParts.<DeploymentFile>judge(
        facts,
        what,
        kit -> kit.side(side).deploymentFile(),
        file ->
            KitParts.judgeMade(
                facts,
                what,
                file.savedAt(),
                () -> Verdict.passed(what + ": saved " + file.savedAt())));
  }
}
