// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.json.form;

import java.math.BigInteger;
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

  /** A text of any characters, or of none. */
  public static final Form<String> ANY_TEXT =
      place -> place.node() instanceof JsonNode.Text text ? text.value() : text(place);

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

  /** Returns the form of a whole number from zero to {@code most}. */
  public static Form<Long> wholeNumber(long most) {
    return place -> {
      if (place.node() instanceof JsonNode.Digits number
          && number.digits().matches("0|[1-9][0-9]{0,18}")
          && new BigInteger(number.digits()).compareTo(BigInteger.valueOf(most)) <= 0) {
        return Long.valueOf(number.digits());
      }
      place.refuse("no whole number from 0 to " + most + "; write it in digits, without quotes");
      return null;
    };
  }

  /**
   * Returns the form of a name that is among these.
   *
   * @param rule what another text is not, and what is allowed, if no name is near: {@code no rule}
   */
  public static Form<String> oneOf(List<String> names, String rule) {
    return place -> {
      String name = text(place);
      if (name == null || names.contains(name)) {
        return name;
      }
      String near = Nearest.of(name, names);
      place.refuse(near == null ? rule : rule + "; did you mean " + near + "?");
      return null;
    };
  }

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
