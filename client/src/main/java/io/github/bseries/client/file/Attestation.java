// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import io.github.bseries.client.internal.json.form.Form;
import io.github.bseries.client.internal.json.form.Forms;
import io.github.bseries.client.internal.json.form.JsonNode;
import io.github.bseries.client.internal.json.form.ObjectReader;
import io.github.bseries.client.internal.json.form.ObjectWriter;
import io.github.bseries.client.internal.json.form.Place;
import io.github.bseries.core.pair.Attested;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who attests a fact, and when: said once for many facts, or with a fact itself.
 *
 * <p>A fact stands in a file as its mere value, or as an object with that as {@code value} and with
 * a {@code by} and an {@code at} of its own.
 *
 * @param by null if it was not said
 * @param at null if it was not said
 * @param broken whether something that was said cannot be read, and was complained about; then it
 *     is not missed too
 */
record Attestation(@Nullable String by, @Nullable Instant at, boolean broken) {

  /** Nobody, at no time. */
  static final Attestation NOBODY = new Attestation(null, null, false);

  /** The names of the members of the head. */
  static final List<String> FIELDS = List.of("by", "at");

  /** The names of the members of a fact with an attestation of its own. */
  static final List<String> FACT_FIELDS = List.of("value", "by", "at");

  /**
   * Returns the attestation that an object says for all its facts; what it leaves out, is above.
   */
  static Attestation head(ObjectReader object, Attestation above) {
    boolean said = object.has("attested");
    Attestation own = object.optional("attested", Attestation::read);
    if (own == null) {
      return said ? new Attestation(null, null, true) : above;
    }
    return own.orElse(above);
  }

  private static @Nullable Attestation read(Place place) {
    ObjectReader object = place.object(FIELDS);
    return object == null ? null : read(object);
  }

  private static Attestation read(ObjectReader object) {
    String by = object.optional("by", Forms.TEXT);
    Instant at = object.optional("at", Forms.MOMENT);
    boolean broken = (by == null && object.has("by")) || (at == null && object.has("at"));
    return new Attestation(by, at, broken);
  }

  /** Returns the attestation that most of the facts have, or the first of these. */
  static Attestation mostCommon(List<Attested<?>> facts) {
    Map<Attestation, Integer> counts = new LinkedHashMap<>();
    facts.forEach(fact -> counts.merge(of(fact), 1, Integer::sum));
    Attestation most = NOBODY;
    int count = 0;
    for (Map.Entry<Attestation, Integer> each : counts.entrySet()) {
      if (each.getValue() > count) {
        most = each.getKey();
        count = each.getValue();
      }
    }
    return most;
  }

  /** Returns who attests this fact, and when. */
  static Attestation of(Attested<?> fact) {
    return new Attestation(fact.by(), fact.at(), false);
  }

  private Attestation orElse(Attestation above) {
    return new Attestation(
        by == null ? above.by : by, at == null ? above.at : at, broken || above.broken);
  }

  /** Returns the form of a fact that has this attestation unless it says its own. */
  <T> Form<Attested<T>> on(Form<T> form) {
    return onHolder(above -> form);
  }

  /**
   * Returns the form of such a fact that holds facts itself. These are attested as the holder is,
   * unless they say their own; what nobody attests is complained about at the holder alone.
   */
  <T> Form<Attested<T>> onHolder(Function<Attestation, Form<T>> form) {
    return place -> {
      if (!place.isObjectWithAny(FACT_FIELDS)) {
        return attest(place, form.apply(inside()).read(place), this);
      }
      ObjectReader fact = place.object(FACT_FIELDS);
      if (fact == null) {
        return null;
      }
      Attestation own = read(fact).orElse(this);
      T value = fact.required("value", form.apply(own.inside()));
      return attest(place, value, own);
    };
  }

  private Attestation inside() {
    return by == null || at == null ? new Attestation(by, at, true) : this;
  }

  private static <T> @Nullable Attested<T> attest(
      Place place, @Nullable T value, Attestation attestation) {
    String by = attestation.by;
    Instant at = attestation.at;
    if (by == null || at == null) {
      if (!attestation.broken) {
        place.complain(
            "nobody attests this; write who read it and when as \"by\" and \"at\" into an"
                + " \"attested\" beside it");
      }
      return null;
    }
    return value == null ? null : place.made(() -> new Attested<>(value, by, at));
  }

  /** Returns the head to write; null if it says nothing. */
  @Nullable JsonNode node() {
    return by == null ? null : members().object();
  }

  /** Returns a fact to write: its mere value where it is attested as the head says. */
  <T> @Nullable JsonNode fact(
      @Nullable Attested<? extends T> fact, Function<? super T, ? extends JsonNode> node) {
    if (fact == null) {
      return null;
    }
    JsonNode value = node.apply(fact.value());
    if (equals(of(fact))) {
      return value;
    }
    return of(fact).members(new ObjectWriter().node("value", value)).object();
  }

  private ObjectWriter members() {
    return members(new ObjectWriter());
  }

  private ObjectWriter members(ObjectWriter before) {
    return before.text("by", by).text("at", at);
  }
}
