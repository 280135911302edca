// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.backup.NetworkDiagram;
import io.github.bseries.core.backup.RecoveryKit;

/** A new appliance needs the firewall rules and the exceptions that the old one had. */
final class NetworkIsDrawn implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "kit.network-is-drawn",
          Severity.NOTICE,
          "The network around the pair is drawn",
          "Have the network team draw it, with firewall rules, the allow list of virus scanners,"
              + " and the settings of intrusion detection.",
          "S2 \"Back Up /appliance\"");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return KitParts.<NetworkDiagram>judge(
        facts,
        "network diagram",
        RecoveryKit::networkDiagram,
        diagram ->
            KitParts.judgeMade(
                facts,
                "network diagram",
                diagram.drawnAt(),
                () ->
                    Verdict.of(
                        !diagram.shows().isEmpty(),
                        "network diagram: drawn " + diagram.drawnAt(),
                        "network diagram: it shows neither firewall rules nor other settings"
                            + " around the pair")));
  }
}
