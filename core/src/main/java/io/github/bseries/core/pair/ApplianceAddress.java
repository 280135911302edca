// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an appliance is reached, and under which name.
 *
 * <p>The two differ as a rule: a connection goes to the appliance's own address, while the
 * certificate that both appliances present bears the name of the site. So the certificate is
 * verified for {@code name}, and {@code name} is what is sent as server name (SNI) and as {@code
 * Host}.
 *
 * @param host the host name or IP address to connect to, in lower case; an IPv6 address in its
 *     shortest form and without brackets, so that two spellings of one address are equal
 * @param port the TCP port, 1 to 65535; 443 where a text leaves it out
 * @param name the host name to verify and to send, in lower case; equal to {@code host} unless said
 *     otherwise. An IP address only if it is {@code host} itself, since TLS cannot send one as name
 * @param tls whether the connection is encrypted; false only for simulated appliances on this very
 *     machine, and a client has to be told to accept it
 * @source S1 "Replicate SSL Certificate Configuration on the Backup B Series Appliance" (identical
 *     certificates, for the name of the site); D-APICFG (HTTPS only)
 * @since 0.1
 */
public record ApplianceAddress(String host, int port, String name, boolean tls) {

  /** The port of an address that names none. */
  public static final int DEFAULT_PORT = 443;

  /** Every part takes what it can and gives nothing back, so that long texts cost no more. */
  private static final Pattern TEXT =
      Pattern.compile("(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*+)://)?+(?<authority>[^/?#]*+)/?+");

  private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
  private static final String ADVICE = "; write it as https://host or https://host:port";

  /**
   * Checks the parts, and puts {@code host} and {@code name} into the one form that is kept.
   *
   * @throws IllegalArgumentException if {@code host} or {@code name} is no host name or IP address,
   *     if the port is out of range, or if {@code name} is an IP address other than {@code host}.
   *     Refused are names in other letters than ASCII (write their {@code xn--} form), names with a
   *     dot at the end (no certificate bears one), and names that end in a number without being an
   *     IPv4 address, such as {@code 256.1.1.1} or {@code 1.2.3}, since resolvers disagree on what
   *     those mean
   */
  public ApplianceAddress {
    host = HostText.checked("host", host);
    name = HostText.checked("name", name);
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port is " + port + ", must be 1 to 65535");
    }
    if (HostText.isIpAddress(name) && !name.equals(host)) {
      throw new IllegalArgumentException(
          "name is the IP address "
              + name
              + " but the host is "
              + host
              + "; give the host name that the certificate bears");
    }
  }

  /**
   * Returns the address that this text tells: {@code https://site1.example.com}, {@code
   * https://12.12.1.50:8443}, {@code https://[2001:db8::1]}, or the same without {@code https://}.
   *
   * @param text a host name or IP address (IPv6 in brackets), with scheme and port where needed;
   *     white space around it and one slash at its end are ignored. No user, no path, no query
   * @throws IllegalArgumentException if it is anything else; the message says what is wrong. It
   *     does not repeat a text with an {@code @} in it, nor a path or query: those may hold a
   *     password
   */
  public static ApplianceAddress parse(String text) {
    String trimmed = requireNonNull(text, "text").strip();
    if (trimmed.isEmpty()) {
      throw new IllegalArgumentException("address is blank" + ADVICE);
    }
    if (trimmed.indexOf('@') >= 0) {
      throw new IllegalArgumentException("an address must not hold a user or a password" + ADVICE);
    }
    Matcher parts = TEXT.matcher(trimmed);
    if (!parts.matches()) {
      throw new IllegalArgumentException("address has a path or a query" + ADVICE);
    }
    boolean tls = isTls(parts.group("scheme"));
    String authority = parts.group("authority");
    int portAt = authority.indexOf(':', authority.lastIndexOf(']') + 1);
    String host = withoutBrackets(portAt < 0 ? authority : authority.substring(0, portAt));
    int port = portAt < 0 ? (tls ? DEFAULT_PORT : 80) : portOf(authority.substring(portAt + 1));
    return new ApplianceAddress(host, port, host, tls);
  }

  private static boolean isTls(@Nullable String scheme) {
    if (scheme == null || scheme.equalsIgnoreCase("https")) {
      return true;
    }
    if (scheme.equalsIgnoreCase("http")) {
      return false;
    }
    throw new IllegalArgumentException(
        "scheme is " + Quoted.of(scheme) + ", must be https" + ADVICE);
  }

  private static int portOf(String text) {
    if (text.indexOf(':') >= 0) {
      throw new IllegalArgumentException(
          "address has several colons; write an IPv6 address in brackets: https://[2001:db8::1]");
    }
    if (!PORT.matcher(text).matches()) {
      throw new IllegalArgumentException("port is no number from 1 to 65535" + ADVICE);
    }
    return Integer.parseInt(text);
  }

  private static String withoutBrackets(String host) {
    if (!host.startsWith("[")) {
      return host;
    }
    String inside = host.substring(1, Math.max(1, host.length() - 1));
    if (!host.endsWith("]") || inside.indexOf(':') < 0) {
      throw new IllegalArgumentException(
          "host is " + Quoted.of(host) + "; only an IPv6 address stands in brackets");
    }
    return inside;
  }

  /**
   * Returns this address with another name to verify and to send: that of the site, for an address
   * of one appliance.
   *
   * @throws IllegalArgumentException if {@code name} is no host name
   */
  public ApplianceAddress named(String name) {
    return new ApplianceAddress(host, port, name, tls);
  }

  /** Returns whether {@code host} is an IP address rather than a host name. */
  public boolean isHostIpAddress() {
    return HostText.isIpAddress(host);
  }

  /**
   * Returns whether {@code host} can lead to nothing but the machine itself: {@code localhost}, an
   * address of 127.0.0.0/8, or {@code ::1}.
   */
  public boolean isLoopback() {
    return host.equals("localhost")
        || host.equals("::1")
        || (HostText.isIpv4(host) && host.startsWith("127."));
  }

  /** Returns the address as a URL, with the name in brackets behind it where that differs. */
  @Override
  public String toString() {
    String bracketed = HostText.isIpv6(host) ? "[" + host + "]" : host;
    String url = (tls ? "https://" : "http://") + bracketed + ":" + port;
    return name.equals(host) ? url : url + " (as " + name + ")";
  }
}
