// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Copies of sets of constants, in the order of the constants, so that they print alike. */
final class EnumSets {

  private EnumSets() {}

  static <E extends Enum<E>> Set<E> copy(Class<E> type, Set<E> constants, String component) {
    EnumSet<E> copy = EnumSet.noneOf(type);
    copy.addAll(requireNonNull(constants, component));
    return Collections.unmodifiableSet(copy);
  }
}
