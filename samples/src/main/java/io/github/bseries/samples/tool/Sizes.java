// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Lengths as people write them, in bytes: {@code 500000}, {@code 100KiB}, {@code 2GiB}. */
final class Sizes implements ITypeConverter<Long> {

  private static final Pattern FORM = Pattern.compile("(\\d{1,9})([kmg]ib)?");

  @Override
  public Long convert(String text) {
    Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new TypeConversionException(
          "'" + text + "' is no length; write 500000, 100KiB, 20MiB or 2GiB");
    }
    long number = Long.parseLong(matcher.group(1));
    if (number == 0) {
      throw new TypeConversionException("'" + text + "' must be more than zero");
    }
    String unit = matcher.group(2);
    return number << (unit == null ? 0 : shift(unit));
  }

  private static int shift(String unit) {
    return switch (unit) {
      case "kib" -> 10;
      case "mib" -> 20;
      default -> 30;
    };
  }
}
