// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.json.form;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The forms of plain values. */
public final class Forms {

  /** A text that is not blank. */
  public static final Form<String> TEXT = Forms::text;

  /** True or false. */
  public static final Form<Boolean> FLAG = Forms::flag;

  /** A length of time as ISO 8601 has it. */
  public static final Form<Duration> DURATION =
      scanned(
          Duration::parse,
          "no duration; write PT6H for six hours, PT5M for five minutes, P1D for a day");

  /** A moment with its offset from UTC, or a day, which is its first moment in UTC. */
  public static final Form<Instant> MOMENT =
      scanned(Forms::moment, "no moment; write 2026-03-01T12:00:00Z, or 2026-03-01 for the day");

  private Forms() {}

  /** Returns the form of a list. */
  public static <T> Form<List<T>> listOf(Form<T> form) {
    return place -> place.items(form);
  }

  /**
   * Returns the form of a text that this function understands, or refuses with words of its own.
   */
  public static <T> Form<T> parsed(Function<String, ? extends T> parser) {
    return place -> {
      String text = text(place);
      return text == null ? null : place.<T>made(() -> parser.apply(text));
    };
  }

  private static <T> Form<T> scanned(Function<String, ? extends T> parser, String rule) {
    return place -> {
      if (place.node() instanceof JsonNode.Text text) {
        try {
          return parser.apply(text.value().strip());
        } catch (DateTimeException | ArithmeticException e) {
          place.refuse(rule);
          return null;
        }
      }
      place.refuse(rule);
      return null;
    };
  }

  private static @Nullable Boolean flag(Place place) {
    if (place.node() instanceof JsonNode.Flag flag) {
      return flag.value();
    }
    place.refuse("neither true nor false; write one of them, without quotes");
    return null;
  }

  private static @Nullable String text(Place place) {
    if (!(place.node() instanceof JsonNode.Text text)) {
      place.refuse("no text; put it into double quotes");
      return null;
    }
    if (text.value().isBlank()) {
      place.refuse("blank; write something");
      return null;
    }
    return text.value();
  }

  private static Instant moment(String text) {
    if (text.indexOf('T') < 0 && text.indexOf('t') < 0) {
      return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    return text.endsWith("Z") ? Instant.parse(text) : OffsetDateTime.parse(text).toInstant();
  }
}
