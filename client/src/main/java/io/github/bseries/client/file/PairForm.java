// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import io.github.bseries.client.internal.json.form.Form;
import io.github.bseries.client.internal.json.form.Forms;
import io.github.bseries.client.internal.json.form.JsonNode;
import io.github.bseries.client.internal.json.form.ObjectReader;
import io.github.bseries.client.internal.json.form.ObjectWriter;
import io.github.bseries.client.internal.json.form.Place;
import io.github.bseries.client.internal.json.form.Words;
import io.github.bseries.core.pair.Appliance;
import io.github.bseries.core.pair.AppliancePair;
import io.github.bseries.core.pair.AtlasRole;
import io.github.bseries.core.pair.Attested;
import io.github.bseries.core.pair.Product;
import io.github.bseries.core.pair.SwingDuty;
import io.github.bseries.core.pair.TrafficCutover;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form of a pair: members of the file itself. */
final class PairForm {

  /** The names of the members, in the order in which they are written. */
  static final List<String> FIELDS =
      List.of(
          "siteHostName",
          "product",
          "atlasRole",
          "cutover",
          "attested",
          "swingDuty",
          "unattendedAutomation",
          "normalPrimary",
          "normalBackup");

  /** The names of the members of a swing duty. */
  static final List<String> SWING_DUTY_FIELDS = List.of("madeBy", "takes");

  private static final Words<Product> PRODUCT = Words.of(Product.values(), PairForm::word);
  private static final Words<AtlasRole> ATLAS_ROLE =
      Words.of(AtlasRole.values(), AtlasRole::literal);

  private PairForm() {}

  /** Returns the pair, attested so where it says nothing else; null if it is broken. */
  static @Nullable AppliancePair read(ObjectReader pair, Attestation head) {
    String site = pair.required("siteHostName", Forms.TEXT);
    Product product = pair.optional("product", PRODUCT);
    AtlasRole atlasRole = pair.optional("atlasRole", ATLAS_ROLE);
    TrafficCutover cutover = pair.required("cutover", CutoverForm.of(site));
    Attested<SwingDuty> duty = pair.optional("swingDuty", head.on(PairForm::swingDuty));
    Attested<Boolean> automation = pair.optional("unattendedAutomation", head.on(Forms.FLAG));
    Form<Appliance> appliance = ApplianceForm.of(head);
    Appliance primary = pair.required("normalPrimary", appliance);
    Appliance backup = pair.required("normalBackup", appliance);
    if (site == null || cutover == null || primary == null || backup == null) {
      return null;
    }
    return pair.made(
        () ->
            new AppliancePair(
                site, primary, backup, cutover, product, atlasRole, duty, automation));
  }

  static JsonNode.Members write(AppliancePair pair) {
    Attestation head =
        Attestation.mostCommon(
            Stream.<@Nullable Attested<?>>of(pair.swingDuty(), pair.unattendedAutomation())
                .filter(Objects::nonNull)
                .toList());
    return new ObjectWriter()
        .text("siteHostName", pair.siteHostName())
        .text("product", PRODUCT.word(pair.product()))
        .text("atlasRole", ATLAS_ROLE.word(pair.atlasRole()))
        .node("cutover", CutoverForm.write(pair.cutover()))
        .node("attested", head.node())
        .node("swingDuty", head.fact(pair.swingDuty(), PairForm::node))
        .node("unattendedAutomation", head.fact(pair.unattendedAutomation(), JsonNode.Flag::new))
        .node("normalPrimary", ApplianceForm.write(pair.normalPrimary()))
        .node("normalBackup", ApplianceForm.write(pair.normalBackup()))
        .object();
  }

  private static @Nullable SwingDuty swingDuty(Place place) {
    ObjectReader duty = place.object(SWING_DUTY_FIELDS);
    if (duty == null) {
      return null;
    }
    String madeBy = duty.required("madeBy", Forms.TEXT);
    Duration takes = duty.optional("takes", Forms.DURATION);
    return madeBy == null ? null : duty.made(() -> new SwingDuty(madeBy, takes));
  }

  private static JsonNode node(SwingDuty duty) {
    return new ObjectWriter().text("madeBy", duty.madeBy()).text("takes", duty.takes()).object();
  }

  private static String word(Product product) {
    return switch (product) {
      case REMOTE_SUPPORT -> "Remote Support";
      case PRIVILEGED_REMOTE_ACCESS -> "Privileged Remote Access";
    };
  }
}
