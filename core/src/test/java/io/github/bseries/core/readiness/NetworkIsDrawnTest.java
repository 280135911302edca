// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.WellKept.NOW;
import static io.github.bseries.core.readiness.WellKept.said;

import io.github.bseries.core.backup.KitPart;
import io.github.bseries.core.backup.NetworkDiagram;
import io.github.bseries.core.backup.RecoveryKit;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NetworkIsDrawnTest {

  private static final Rule RULE = new NetworkIsDrawn();

  @Test
  void the_well_kept_pair_passes() {
    passes(RULE, WellKept.facts(), "network diagram: drawn 2026-02-28T12:00:00Z");
  }

  @Test
  void none_or_an_empty_one_breaks_it() {
    violates(
        RULE,
        ReadyKit.facts(kit -> kit.networkDiagram(said(KitPart.lacking()))),
        "network diagram: missing");
    violates(
        RULE,
        ReadyKit.facts(
            kit ->
                kit.networkDiagram(said(KitPart.ready(new NetworkDiagram(NOW, Set.of(), null))))),
        "it shows neither firewall rules nor");
  }

  @Test
  void what_was_not_declared_is_not_judged() {
    lacks(
        RULE,
        WellKept.facts().toBuilder().recoveryKit(RecoveryKit.none()).build(),
        "network diagram: not declared");
    lacks(RULE, ReadyKit.noKit(), "no recovery kit was declared");
  }
}
