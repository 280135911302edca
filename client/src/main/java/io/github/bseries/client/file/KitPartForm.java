// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import io.github.bseries.client.internal.json.form.Form;
import io.github.bseries.client.internal.json.form.Forms;
import io.github.bseries.client.internal.json.form.JsonNode;
import io.github.bseries.client.internal.json.form.ObjectReader;
import io.github.bseries.client.internal.json.form.ObjectWriter;
import io.github.bseries.client.internal.json.form.Place;
import io.github.bseries.core.backup.KitPart;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The form of one part of a recovery kit: an object that describes what is kept, the word for what
 * is lacking, or an object with the reason why there is nothing to keep.
 *
 * @param fields the names of the members of what is kept
 * @param reader makes what is kept of its members
 * @param writer makes the members
 * @param <T> what is kept
 */
record KitPartForm<T>(
    List<String> fields,
    Function<ObjectReader, @Nullable T> reader,
    Function<T, ObjectWriter> writer)
    implements Form<KitPart<T>> {

  /** The name of the one member of a part of which there is nothing to keep. */
  static final List<String> NOTHING_FIELDS = List.of("nothingToKeep");

  /** What stands there for a part that should be kept and is not. */
  static final String LACKING = "lacking";

  @Override
  public @Nullable KitPart<T> read(Place place) {
    if (place.node().equals(new JsonNode.Text(LACKING))) {
      return KitPart.lacking();
    }
    if (place.isObjectWithAny(NOTHING_FIELDS)) {
      return nothing(place);
    }
    if (!(place.node() instanceof JsonNode.Members)) {
      place.refuse(
          "no part of a kit; write { } with the fields "
              + String.join(", ", fields)
              + ", or \"lacking\", or { \"nothingToKeep\": \"why\" }");
      return null;
    }
    ObjectReader object = place.object(fields);
    T copy = object == null ? null : reader.apply(object);
    return copy == null ? null : KitPart.ready(copy);
  }

  private @Nullable KitPart<T> nothing(Place place) {
    ObjectReader object = place.object(NOTHING_FIELDS);
    String reason = object == null ? null : object.required("nothingToKeep", Forms.TEXT);
    return reason == null ? null : place.made(() -> KitPart.<T>nothingToKeep(reason));
  }

  JsonNode write(KitPart<T> part) {
    return part.fold(
        ready -> writer.apply(ready.kept()).object(),
        lacking -> new JsonNode.Text(LACKING),
        nothing -> new ObjectWriter().text("nothingToKeep", nothing.reason()).object());
  }
}
