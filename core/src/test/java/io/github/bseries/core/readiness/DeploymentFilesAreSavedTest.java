// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.WellKept.NOW;
import static io.github.bseries.core.readiness.WellKept.factsOf;
import static io.github.bseries.core.readiness.WellKept.pair;
import static io.github.bseries.core.readiness.WellKept.said;

import io.github.bseries.core.backup.DeploymentFile;
import io.github.bseries.core.backup.KitPart;
import io.github.bseries.core.backup.RecoveryKit;
import io.github.bseries.core.pair.Appliance;
import io.github.bseries.core.pair.Platform;
import org.junit.jupiter.api.Test;

class DeploymentFilesAreSavedTest {

  private static final Rule RULE = new DeploymentFilesAreSaved();

  @Test
  void the_well_kept_pair_passes() {
    passes(RULE, WellKept.facts(), "normal primary is no virtual appliance");
  }

  @Test
  void a_virtual_appliance_needs_its_file() {
    passes(
        RULE,
        virtual(KitPart.ready(new DeploymentFile(NOW, null))),
        "deployment file of the normal primary: saved 2026-03-01T12:00:00Z");
    violates(RULE, virtual(KitPart.lacking()), "deployment file of the normal primary: missing");
  }

  @Test
  void what_was_not_declared_is_not_judged() {
    lacks(
        RULE,
        factsOf(pair().withNormalBackup(Appliance.at("site2.example.com"))),
        "platform of the normal backup: not declared");
    lacks(
        RULE,
        virtual(KitPart.lacking()).toBuilder().recoveryKit(RecoveryKit.none()).build(),
        "deployment file of the normal primary: not declared");
    lacks(
        RULE,
        virtual(KitPart.lacking()).toBuilder().recoveryKit(null).build(),
        "no recovery kit was declared");
  }

  private static PairFacts virtual(KitPart<DeploymentFile> file) {
    return ReadyKit.factsOfPrimary(side -> side.withDeploymentFile(said(file))).toBuilder()
        .pair(pair().withNormalPrimary(pair().normalPrimary().withPlatform(Platform.VMWARE)))
        .build();
  }
}
