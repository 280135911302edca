// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One of the two machines of a pair, as its people declare it.
 *
 * @param name what people call it, in reports too; never blank
 * @param id its identity; null if it was not declared. With it, an appliance that answers at the
 *     wrong address can be told
 * @param address its own address and TLS port, which stay when roles change; not that of the site
 * @param ip its own IP address inside its network, which is always enabled; null if it is not known
 * @param subnet the subnet that {@code ip} is in; null if it is not known
 * @param platform what it runs on; null if it was not declared
 * @param declared what somebody says of it
 * @source S1 "Set Up a Shared IP Address for Failover B Series Appliance Configuration" (an own
 *     address, always enabled), S1 "Establish the Primary/Backup Failover Relationship Between Two
 *     B Series Appliances" (host name or IP address, and TLS port)
 * @since 0.1
 */
public record Appliance(
    String name,
    @Nullable ApplianceId id,
    ApplianceAddress address,
    @Nullable IpAddress ip,
    @Nullable Subnet subnet,
    @Nullable Platform platform,
    DeclaredFacts declared) {

  /**
   * Checks that the parts fit together.
   *
   * @throws IllegalArgumentException if {@code name} is blank, or if {@code ip} is not in {@code
   *     subnet}
   */
  public Appliance {
    name = requireNonNull(name, "name").strip();
    requireNonNull(address, "address");
    requireNonNull(declared, "declared");
    if (name.isEmpty()) {
      throw new IllegalArgumentException("name is blank");
    }
    if (ip != null && subnet != null && !subnet.contains(ip)) {
      throw new IllegalArgumentException("ip is " + ip + ", not in the subnet " + subnet);
    }
  }

  /**
   * Returns the appliance at this address, called by its host. If the host is an IP address, that
   * is its {@code ip} too.
   *
   * @param address {@code site1.example.com}, {@code https://12.12.1.50:8443} and the like
   * @throws IllegalArgumentException if the text is no address
   */
  public static Appliance at(String address) {
    ApplianceAddress parsed = ApplianceAddress.parse(address);
    IpAddress ip = parsed.isHostIpAddress() ? new IpAddress(parsed.host()) : null;
    return new Appliance(parsed.host(), null, parsed, ip, null, null, DeclaredFacts.none());
  }

  /**
   * Returns the appliance at this address, with its own IP address and its subnet.
   *
   * @param address {@code site1.example.com}, {@code https://12.12.1.50:8443} and the like
   * @param ipAndSubnet the IP address and the length of the prefix or the mask of its subnet:
   *     {@code 12.12.1.50/24}, {@code 12.12.1.50/255.255.255.0}
   * @throws IllegalArgumentException if one of the texts cannot be understood
   */
  public static Appliance at(String address, String ipAndSubnet) {
    Subnet subnet = Subnet.parse(ipAndSubnet);
    IpAddress ip = IpAddress.parse(ipAndSubnet.substring(0, ipAndSubnet.indexOf('/')));
    return at(address).in(ip, subnet);
  }

  private Appliance in(IpAddress ip, Subnet subnet) {
    return new Appliance(name, id, address, ip, subnet, platform, declared);
  }

  /**
   * Returns this appliance under another name.
   *
   * @throws IllegalArgumentException if {@code name} is blank
   */
  public Appliance withName(String name) {
    return new Appliance(name, id, address, ip, subnet, platform, declared);
  }

  /** Returns this appliance with its identity. */
  public Appliance withId(ApplianceId id) {
    return new Appliance(name, id, address, ip, subnet, platform, declared);
  }

  /** Returns this appliance with what it runs on. */
  public Appliance withPlatform(Platform platform) {
    return new Appliance(name, id, address, ip, subnet, platform, declared);
  }

  /** Returns this appliance with what somebody says of it, in place of what was said before. */
  public Appliance withDeclared(DeclaredFacts declared) {
    return new Appliance(name, id, address, ip, subnet, platform, declared);
  }
}
