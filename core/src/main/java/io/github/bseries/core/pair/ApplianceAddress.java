// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an appliance is reached, and under which name.
 *
 * <p>The two differ as a rule: a connection goes to the appliance's own address, while the
 * certificate that both appliances present bears the name of the site. So the certificate is
 * verified for {@code name}, and {@code name} is what is sent as server name (SNI) and as {@code
 * Host}.
 *
 * @param host the host name or IP address to connect to, in lower case; an IPv6 address without
 *     brackets
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

  private static final Pattern TEXT =
      Pattern.compile(
          "(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://)?"
              + "(?:\\[(?<v6>[0-9A-Fa-f:.]+)]|(?<host>[^\\s/?#@:\\[\\]]+))"
              + "(?::(?<port>[0-9]{1,5}))?/?");

  private static final Pattern HOST_NAME =
      Pattern.compile(
          "(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
              + "(?:\\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*");
  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
  private static final Pattern IPV6 =
      Pattern.compile("(?=.*:.*:)[0-9a-f:]+(?:\\d+(?:\\.\\d+){3})?");

  /**
   * Checks the parts, and puts both names into lower case.
   *
   * @throws IllegalArgumentException if a name is no host name or IP address, if the port is out of
   *     range, or if {@code name} is an IP address other than {@code host}
   */
  public ApplianceAddress {
    host = checkedHost("host", host);
    name = checkedHost("name", name);
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port is " + port + ", must be 1 to 65535");
    }
    if (isIpAddress(name) && !name.equals(host)) {
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
   * https://12.12.1.50:8443}, or the same without {@code https://}.
   *
   * @param text a host name or IP address (IPv6 in brackets), with scheme and port where needed; no
   *     user, no path, no query
   * @throws IllegalArgumentException if it is anything else; the message says what is wrong, and
   *     does not repeat a text with an {@code @} in it, which may hold a password
   */
  public static ApplianceAddress parse(String text) {
    String trimmed = requireNonNull(text, "text").strip();
    Matcher matcher = TEXT.matcher(trimmed);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          (trimmed.indexOf('@') >= 0
                  ? "an address must not hold a user or a password"
                  : "address is " + Quoted.of(trimmed))
              + "; write it as https://host or https://host:port");
    }
    String scheme = matcher.group("scheme");
    boolean tls = scheme == null || scheme.equalsIgnoreCase("https");
    if (!tls && !scheme.equalsIgnoreCase("http")) {
      throw new IllegalArgumentException(
          "scheme is " + Quoted.of(scheme) + ", must be https; write it as https://host");
    }
    String v6 = matcher.group("v6");
    String host = v6 == null ? matcher.group("host") : v6;
    String port = matcher.group("port");
    int number = port == null ? (tls ? DEFAULT_PORT : 80) : Integer.parseInt(port);
    return new ApplianceAddress(host, number, host, tls);
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
    return isIpAddress(host);
  }

  /**
   * Returns whether {@code host} can lead to nothing but the machine itself: {@code localhost}, an
   * address of 127.0.0.0/8, or {@code ::1}.
   */
  public boolean isLoopback() {
    return host.equals("localhost")
        || host.equals("::1")
        || host.equals("0:0:0:0:0:0:0:1")
        || (IPV4.matcher(host).matches() && host.startsWith("127."));
  }

  /** Returns the address as a URL, with the name in brackets behind it where that differs. */
  @Override
  public String toString() {
    String bracketed = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    String url = (tls ? "https://" : "http://") + bracketed + ":" + port;
    return name.equals(host) ? url : url + " (as " + name + ")";
  }

  private static String checkedHost(String component, String value) {
    String lower = requireNonNull(value, component).toLowerCase(Locale.ROOT);
    if (!isIpAddress(lower) && !HOST_NAME.matcher(lower).matches()) {
      throw new IllegalArgumentException(
          component + " is " + Quoted.of(value) + ", must be a host name or an IP address");
    }
    return lower;
  }

  private static boolean isIpAddress(String value) {
    return IPV4.matcher(value).matches() || IPV6.matcher(value).matches();
  }
}
