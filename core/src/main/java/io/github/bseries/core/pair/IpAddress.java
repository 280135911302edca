// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * An IP address of version 4 or 6, without anything that could look a name up.
 *
 * <p>An address of version 4 inside one of version 6, such as {@code ::ffff:12.12.1.50}, stays one
 * of version 6: it is not equal to {@code 12.12.1.50}, and in none of its subnets.
 *
 * @param text the address in the one form that is kept, so that two spellings of one address are
 *     equal: version 4 as four numbers, version 6 in lower case, in its shortest form (RFC 5952)
 *     and without brackets
 * @since 0.1
 */
public record IpAddress(String text) {

  /**
   * Puts the address into the one form that is kept.
   *
   * @throws IllegalArgumentException if {@code text} is no IP address. Refused are numbers with
   *     leading zeros, which are read in two ways, brackets, and addresses with a zone ({@code
   *     fe80::1%eth0}), which mean something on one machine only
   */
  public IpAddress {
    text = HostText.checkedIp("IP address", text);
  }

  /**
   * Returns the address that this text tells: {@code 12.12.1.50}, {@code 2001:db8::1}.
   *
   * @param text the address in any of its spellings; white space around it is ignored
   * @throws IllegalArgumentException if it is no IP address
   */
  public static IpAddress parse(String text) {
    return new IpAddress(requireNonNull(text, "text").strip());
  }

  /** Returns whether it is an address of version 6. */
  public boolean isIpv6() {
    return HostText.isIpv6(text);
  }

  /** Returns the number of its bits: 32, or 128 for version 6. */
  int bitCount() {
    return isIpv6() ? 128 : 32;
  }

  /** Returns its four or sixteen bytes, each from 0 to 255. */
  List<Integer> bytes() {
    return HostText.bytes(text);
  }

  /** Returns the address as text. */
  @Override
  public String toString() {
    return text;
  }
}
