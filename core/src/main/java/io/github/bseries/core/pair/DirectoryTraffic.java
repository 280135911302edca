// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * From which addresses of one appliance the firewall lets it reach the directory that knows its
 * users, such as an Active Directory over LDAPS, TCP port 636.
 *
 * <p>The traffic can leave from any address of an appliance, and after a failover from those of the
 * other one. An address that is not let through shows as users who cannot log in, sometimes.
 *
 * @param used whether users are known by such a directory at all
 * @param allowedFrom the addresses that are let through; empty if none is, or none is needed
 * @source S1 "Set Up a Shared IP Address for Failover B Series Appliance Configuration"
 * @since 0.1
 */
public record DirectoryTraffic(boolean used, List<IpAddress> allowedFrom) {

  /**
   * Keeps a copy of the list.
   *
   * @throws IllegalArgumentException if addresses are named although no directory is used
   */
  public DirectoryTraffic {
    allowedFrom = List.copyOf(requireNonNull(allowedFrom, "allowedFrom"));
    if (!used && !allowedFrom.isEmpty()) {
      throw new IllegalArgumentException(
          "allowedFrom is " + allowedFrom + ", but no directory is used; leave it empty");
    }
  }

  /** Returns that no directory is used, so nothing has to be let through. */
  public static DirectoryTraffic none() {
    return new DirectoryTraffic(false, List.of());
  }

  /**
   * Returns that a directory is used, and that these addresses reach it.
   *
   * @throws IllegalArgumentException if one of the texts is no IP address
   */
  public static DirectoryTraffic allowedFrom(String... ips) {
    return new DirectoryTraffic(true, List.of(ips).stream().map(IpAddress::parse).toList());
  }
}
