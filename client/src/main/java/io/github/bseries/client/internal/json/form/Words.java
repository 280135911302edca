// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.json.form;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The form of a value of which there are few, each with a word for it.
 *
 * @param <T> the value
 */
public final class Words<T> implements Form<T> {

  private final List<T> values;
  private final Function<T, String> word;

  private Words(List<T> values, Function<T, String> word) {
    this.values = values;
    this.word = word;
  }

  /** Returns the form of these values, each by the word that the function has for it. */
  public static <T> Words<T> of(T[] values, Function<T, String> word) {
    return new Words<>(List.of(values), word);
  }

  /** Returns the form of these constants, each by its name in lower case, with spaces in it. */
  public static <E extends Enum<E>> Words<E> byName(E[] values) {
    return of(values, value -> value.name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  /** Returns the words for some of the values. */
  public List<String> words(Collection<T> some) {
    return some.stream().map(word).toList();
  }

  /** Returns the word for a value; null for null. */
  public @Nullable String word(@Nullable T value) {
    return value == null ? null : word.apply(value);
  }

  @Override
  public @Nullable T read(Place place) {
    if (place.node() instanceof JsonNode.Text text) {
      Optional<T> meant =
          values.stream().filter(value -> word.apply(value).equals(text.value())).findFirst();
      if (meant.isPresent()) {
        return meant.get();
      }
    }
    place.refuse(
        "none of " + String.join(", ", values.stream().map(word).map(Quoted::json).toList()));
    return null;
  }
}
