// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import io.github.bseries.client.internal.json.form.FileForm;
import io.github.bseries.client.internal.json.form.JsonNode;
import io.github.bseries.client.internal.json.form.ObjectReader;
import io.github.bseries.client.internal.json.form.ObjectWriter;
import io.github.bseries.core.backup.RecoveryKit;
import io.github.bseries.core.pair.AppliancePair;
import io.github.bseries.core.readiness.RuleBook;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form of a pair file: the members of the pair, and beside them what else is declared. */
final class DeclarationForm {

  /** The names of the members after the head, in the order in which they are written. */
  private static final List<String> FIELDS =
      Stream.concat(PairForm.FIELDS.stream(), Stream.of("recoveryKit", "policy")).toList();

  private DeclarationForm() {}

  /** Returns the form of a file that may name these rules. */
  static FileForm<PairDeclaration> of(RuleBook rules) {
    List<String> ruleIds = rules.rules().stream().map(rule -> rule.description().id()).toList();
    return new FileForm<>("bseries-pair", 1, FIELDS, file -> read(file, ruleIds));
  }

  private static @Nullable PairDeclaration read(ObjectReader file, List<String> ruleIds) {
    Attestation head = Attestation.head(file, Attestation.NOBODY);
    AppliancePair pair = PairForm.read(file, head);
    RecoveryKit kit = file.optional("recoveryKit", RecoveryKitForm.of(head));
    PolicyForm declared = file.optional("policy", PolicyForm.of(ruleIds));
    PolicyForm policy = declared == null ? PolicyForm.STANDARD : declared;
    if (pair == null) {
      return null;
    }
    return file.made(
        () -> new PairDeclaration(pair, kit, policy.policy(), policy.silences(), policy.shownAs()));
  }

  static JsonNode.Members write(PairDeclaration declaration) {
    ObjectWriter file = new ObjectWriter();
    PairForm.write(declaration.pair()).byName().forEach(file::node);
    RecoveryKit kit = declaration.recoveryKit();
    PolicyForm policy =
        new PolicyForm(declaration.policy(), declaration.silences(), declaration.shownAs());
    return file.node("recoveryKit", kit == null ? null : RecoveryKitForm.write(kit))
        .node("policy", policy.equals(PolicyForm.STANDARD) ? null : policy.write())
        .object();
  }
}
