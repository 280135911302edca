// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.backup.KitItem;
import io.github.bseries.core.backup.RecoveryKit;
import java.util.stream.Stream;

/** A kit that nobody looked into for long may have been moved, lost or overtaken. */
final class AttestationsOfRecoveryKitAreRecent implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "attestation.recovery-kit-recent",
          Severity.WARNING,
          "Nothing that was attested of the recovery kit is older than the policy allows",
          "Look whether it still lies there and is still right, and declare it with name and date.",
          "ours: declared facts grow old");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return facts.declaredKit().judge(kit -> judge(new Ages(facts), kit));
  }

  private static Verdict judge(Ages ages, RecoveryKit kit) {
    kit.normalPrimary()
        .attestations()
        .forEach(said -> ages.add("recovery kit of the normal primary", said));
    kit.normalBackup()
        .attestations()
        .forEach(said -> ages.add("recovery kit of the normal backup", said));
    Stream.of(KitItem.values())
        .filter(item -> !item.isOfEachSide())
        .forEach(
            item ->
                kit.declared(item)
                    .forEach(said -> ages.add("recovery kit: " + item.title(), said)));
    return ages.verdict();
  }
}
