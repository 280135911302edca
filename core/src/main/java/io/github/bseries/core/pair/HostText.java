// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The host of an address as text: a host name, an IPv4 address, an IPv6 address, or none of these.
 *
 * <p>Texts come from outside and may be long and hostile, so no pattern here can backtrack far:
 * each is tried on a text of bounded length only.
 */
final class HostText {

  private static final int LONGEST_NAME = 253;
  private static final int LONGEST_IPV6 = 45;
  private static final int IPV6_GROUPS = 8;
  private static final int IPV4_BYTES = 4;

  private static final String LABEL = "[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?";
  private static final Pattern NAME = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");

  /** A last label that resolvers read as a number: they would take the whole for an address. */
  private static final Pattern ENDS_IN_A_NUMBER =
      Pattern.compile("(?:[^.]*\\.)*(?:[0-9]+|0x[0-9a-f]*)");

  private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern IPV4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");
  private static final Pattern GROUP = Pattern.compile("[0-9a-f]{1,4}");

  private HostText() {}

  /**
   * Returns the text in the one form that is kept: in lower case, an IPv6 address in its shortest
   * form.
   *
   * @throws IllegalArgumentException if it is no host; the message names the component, and does
   *     not repeat a text with an {@code @} in it
   */
  static String checked(String component, String text) {
    requireNonNull(text, component);
    if (text.indexOf('@') >= 0) {
      throw new IllegalArgumentException(component + " must not hold a user or a password");
    }
    if (!isAscii(text)) {
      throw refused(component, text, "plain ASCII; write an international name in its xn-- form");
    }
    String lower = text.toLowerCase(Locale.ROOT);
    List<Integer> groups = ipv6(lower);
    if (!groups.isEmpty()) {
      return shortest(groups);
    }
    if (isIpv4(lower)) {
      return lower;
    }
    checkName(component, lower);
    return lower;
  }

  /**
   * Returns the text of a host name in the one form that is kept.
   *
   * @throws IllegalArgumentException if it is no host name, or an IP address
   */
  static String checkedName(String component, String text) {
    String host = checked(component, text);
    if (isIpAddress(host)) {
      throw refused(component, text, "a host name and no IP address");
    }
    return host;
  }

  /**
   * Returns the text of an IP address in the one form that is kept.
   *
   * @throws IllegalArgumentException if it is no IP address; the message names the component, and
   *     does not repeat a text with an {@code @} in it
   */
  static String checkedIp(String component, String text) {
    requireNonNull(text, component);
    if (text.indexOf('@') >= 0) {
      throw new IllegalArgumentException(component + " must not hold a user or a password");
    }
    List<Integer> groups = isAscii(text) ? ipv6(text.toLowerCase(Locale.ROOT)) : List.of();
    if (!groups.isEmpty()) {
      return shortest(groups);
    }
    if (text.length() <= LONGEST_IPV6 && isIpv4(text)) {
      return text;
    }
    throw refused(
        component,
        text,
        "an IP address: four numbers from 0 to 255 without leading zeros, or IPv6 without"
            + " brackets");
  }

  /**
   * Returns the bytes of this IP address, as {@link #checkedIp} returned it: four or sixteen
   * numbers from 0 to 255.
   */
  static List<Integer> bytes(String ip) {
    if (isIpv6(ip)) {
      return ipv6(ip).stream().flatMap(group -> Stream.of(group >> 8, group & 0xff)).toList();
    }
    return Stream.of(ip.split("\\.", -1)).map(Integer::valueOf).toList();
  }

  /** Returns the IP address of these four or sixteen bytes, in the one form that is kept. */
  static String ofBytes(List<Integer> bytes) {
    if (bytes.size() == IPV4_BYTES) {
      return String.join(".", bytes.stream().map(String::valueOf).toList());
    }
    List<Integer> groups = new ArrayList<>();
    for (int i = 0; i < bytes.size(); i += 2) {
      groups.add(bytes.get(i) << 8 | bytes.get(i + 1));
    }
    return shortest(groups);
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  private static void checkName(String component, String lower) {
    if (lower.length() > LONGEST_NAME) {
      throw refused(component, lower, "a host name of at most " + LONGEST_NAME + " characters");
    }
    if (lower.endsWith(".")) {
      throw refused(component, lower, "a host name without a dot at its end");
    }
    if (!NAME.matcher(lower).matches()) {
      throw refused(component, lower, "a host name or an IP address");
    }
    if (ENDS_IN_A_NUMBER.matcher(lower).matches()) {
      throw refused(
          component,
          lower,
          "a host name, or an IPv4 address of four numbers from 0 to 255 without leading zeros");
    }
  }

  private static IllegalArgumentException refused(String component, String text, String rule) {
    return new IllegalArgumentException(component + " is " + Quoted.of(text) + ", must be " + rule);
  }

  /** Returns whether this host, as {@link #checked} returned it, is an IP address. */
  static boolean isIpAddress(String host) {
    return isIpv6(host) || isIpv4(host);
  }

  /** Returns whether this host, as {@link #checked} returned it, is an IPv4 address. */
  static boolean isIpv4(String host) {
    return IPV4.matcher(host).matches();
  }

  /** Returns whether this host, as {@link #checked} returned it, is an IPv6 address. */
  static boolean isIpv6(String host) {
    return host.indexOf(':') >= 0;
  }

  /** Returns the eight groups of an IPv6 address; empty if the text is none. */
  private static List<Integer> ipv6(String text) {
    if (text.length() > LONGEST_IPV6 || text.indexOf(':') < 0) {
      return List.of();
    }
    List<Integer> groups = new ArrayList<>();
    int gap = text.indexOf("::");
    if (gap < 0) {
      return addGroups(text, true, groups) && groups.size() == IPV6_GROUPS ? groups : List.of();
    }
    List<Integer> tail = new ArrayList<>();
    String before = text.substring(0, gap);
    String behind = text.substring(gap + "::".length());
    boolean valid =
        (before.isEmpty() || addGroups(before, false, groups))
            && (behind.isEmpty() || addGroups(behind, true, tail));
    int missing = IPV6_GROUPS - groups.size() - tail.size();
    if (!valid || missing < 1) {
      return List.of();
    }
    groups.addAll(Collections.nCopies(missing, 0));
    groups.addAll(tail);
    return groups;
  }

  /** Adds what the text says to the groups; an IPv4 address may stand for the last two. */
  private static boolean addGroups(String text, boolean atTheEnd, List<Integer> groups) {
    String[] parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      if (GROUP.matcher(parts[i]).matches()) {
        groups.add(Integer.parseInt(parts[i], 16));
      } else if (atTheEnd && i == parts.length - 1 && isIpv4(parts[i])) {
        String[] bytes = parts[i].split("\\.", -1);
        groups.add(Integer.parseInt(bytes[0]) << 8 | Integer.parseInt(bytes[1]));
        groups.add(Integer.parseInt(bytes[2]) << 8 | Integer.parseInt(bytes[3]));
      } else {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns the form of RFC 5952: the first of the longest runs of zeros, if above one, left out.
   */
  private static String shortest(List<Integer> groups) {
    int runStart = 0;
    int runLength = 0;
    int start = 0;
    for (int i = 0; i < IPV6_GROUPS; i++) {
      if (groups.get(i) != 0) {
        start = i + 1;
      } else if (i + 1 - start > runLength) {
        runStart = start;
        runLength = i + 1 - start;
      }
    }
    if (runLength < 2) {
      return joined(groups);
    }
    return joined(groups.subList(0, runStart))
        + "::"
        + joined(groups.subList(runStart + runLength, IPV6_GROUPS));
  }

  private static String joined(List<Integer> groups) {
    return String.join(":", groups.stream().map(Integer::toHexString).toList());
  }
}
