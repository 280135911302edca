// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * An IP subnet: the addresses that begin with the same bits.
 *
 * <p>Two subnets are the same exactly if they are equal.
 *
 * @param network the first address of the subnet, with zeros behind the prefix
 * @param prefixLength how many bits all its addresses have in common: 0 to 32, or to 128 for
 *     version 6
 * @source S1 "Failover Dynamics and Options" (a shared IP needs one subnet), S1 "Set Up a Shared IP
 *     Address" (an address is entered with its subnet mask)
 * @since 0.1
 */
public record Subnet(IpAddress network, int prefixLength) {

  private static final int BYTE_BITS = 8;

  /**
   * Puts zeros behind the prefix, so that any address of a subnet names it.
   *
   * @throws IllegalArgumentException if {@code prefixLength} is out of range
   */
  public Subnet {
    requireNonNull(network, "network");
    if (prefixLength < 0 || prefixLength > network.bitCount()) {
      throw new IllegalArgumentException(
          "prefixLength is " + prefixLength + ", must be 0 to " + network.bitCount());
    }
    network = firstAddress(network, prefixLength);
  }

  /**
   * Returns the subnet that this text tells: {@code 12.12.1.0/24}, {@code 2001:db8::/64}, or with
   * the mask as the appliance's own page shows it, {@code 12.12.1.50/255.255.255.0}.
   *
   * @param text any address of the subnet, a slash, and the length of the prefix or, for version 4,
   *     the mask; white space around it is ignored
   * @throws IllegalArgumentException if it is anything else
   */
  public static Subnet parse(String text) {
    String trimmed = requireNonNull(text, "text").strip();
    int slash = trimmed.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException(
          "subnet has no slash; write it as 12.12.1.0/24 or 12.12.1.0/255.255.255.0");
    }
    IpAddress address = new IpAddress(trimmed.substring(0, slash));
    String behind = trimmed.substring(slash + 1);
    if (behind.indexOf('.') >= 0) {
      return ofMask(address, new IpAddress(behind));
    }
    if (behind.isEmpty() || behind.length() > 3 || !behind.chars().allMatch(Subnet::isDigit)) {
      throw new IllegalArgumentException("prefix length is " + Quoted.of(behind) + ", no number");
    }
    return new Subnet(address, Integer.parseInt(behind));
  }

  /**
   * Returns the subnet of this address and this mask, such as 255.255.255.0.
   *
   * @throws IllegalArgumentException if either is no address of version 4, or if the mask has ones
   *     behind a zero
   */
  public static Subnet ofMask(IpAddress address, IpAddress mask) {
    if (address.isIpv6() || mask.isIpv6()) {
      throw new IllegalArgumentException("a mask goes with version 4 only; give a prefix length");
    }
    int ones = 0;
    for (int part : mask.bytes()) {
      ones += Integer.bitCount(part);
    }
    IpAddress allOnes = new IpAddress("255.255.255.255");
    if (!firstAddress(allOnes, ones).equals(mask)) {
      throw new IllegalArgumentException("mask is " + mask + ", with ones behind a zero");
    }
    return new Subnet(address, ones);
  }

  /** Returns whether the address lies in this subnet; never if it is of the other version. */
  public boolean contains(IpAddress address) {
    return address.isIpv6() == network.isIpv6()
        && firstAddress(address, prefixLength).equals(network);
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }

  private static IpAddress firstAddress(IpAddress address, int prefixLength) {
    List<Integer> kept = new ArrayList<>();
    int bitsLeft = prefixLength;
    for (int part : address.bytes()) {
      int bits = Math.min(BYTE_BITS, bitsLeft);
      kept.add(part & (0xff00 >> bits) & 0xff);
      bitsLeft -= bits;
    }
    return new IpAddress(HostText.ofBytes(kept));
  }

  /** Returns the subnet as network, slash and length of the prefix. */
  @Override
  public String toString() {
    return network + "/" + prefixLength;
  }
}
