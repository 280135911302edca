// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A product version as numbers, so that 24.10 is later than 24.9. */
record ProductNumber(List<Integer> numbers) implements Comparable<ProductNumber> {

  private static final Pattern FORM = Pattern.compile(NsbNameParts.VERSION);

  /** Returns the numbers of the text; null if it has another form. */
  static @Nullable ProductNumber of(@Nullable String text) {
    if (text == null || !FORM.matcher(text).matches()) {
      return null;
    }
    return new ProductNumber(Arrays.stream(text.split("\\.", -1)).map(Integer::valueOf).toList());
  }

  /**
   * Returns whether one of the two begins with all of the other and says more: then the shorter may
   * be the longer one cut off.
   */
  boolean isCutOff(ProductNumber other) {
    int common = Math.min(numbers.size(), other.numbers.size());
    return numbers.size() != other.numbers.size()
        && numbers.subList(0, common).equals(other.numbers.subList(0, common));
  }

  @Override
  public int compareTo(ProductNumber other) {
    return Arrays.compare(numbers.toArray(new Integer[0]), other.numbers.toArray(new Integer[0]));
  }

  /** Returns the numbers with dots between them. */
  @Override
  public String toString() {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining("."));
  }
}
