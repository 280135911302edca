// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.WellKept.said;

import io.github.bseries.core.backup.ApplianceKit;
import io.github.bseries.core.backup.StatusPage;
import org.junit.jupiter.api.Test;

class StatusPagesAreNotedTest {

  private static final Rule RULE = new StatusPagesAreNoted();

  @Test
  void the_well_kept_pair_passes() {
    passes(RULE, WellKept.facts(), "Status page of the normal primary: written down");
  }

  @Test
  void what_is_left_out_is_named() {
    violates(
        RULE,
        page(new StatusPage(null, "6.1.0", null)),
        "Status page of the normal primary: not written down: serial number, version");
    violates(
        RULE,
        page(new StatusPage("S-1", null, WellKept.version())),
        "not written down: base software version");
  }

  @Test
  void what_was_not_declared_is_not_judged() {
    lacks(
        RULE,
        ReadyKit.factsOfPrimary(side -> ApplianceKit.none()),
        "Status page of the normal primary: not declared");
    lacks(RULE, ReadyKit.noKit(), "no recovery kit was declared");
  }

  private static PairFacts page(StatusPage page) {
    return ReadyKit.factsOfPrimary(side -> side.withStatusPage(said(page)));
  }
}
