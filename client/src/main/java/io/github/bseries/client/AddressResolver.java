// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.IpAddress;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Finds the IP addresses of a host name, for each call anew.
 *
 * <p>It decides where calls go, and in a DNS swing that is the question. The certificate is
 * verified for the name of the address whatever it finds, and a role change goes to the very
 * address that was looked at before.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface AddressResolver {

  /**
   * Returns the addresses of this host, in the order in which they are to be tried; an empty list
   * if none is known. Called by several threads, and never for an IP address. Who waits for it
   * gives up after the connect timeout, and what it throws is told as the reason why nobody was
   * reached.
   *
   * @param host a host name in lower case
   */
  List<InetAddress> addressesOf(String host);

  /**
   * Returns the resolver of the Java runtime: the system's hosts file and name servers, behind a
   * cache. That cache keeps an address for 30 seconds and a name that is unknown for 10, unless the
   * security properties {@code networkaddress.cache.ttl} and {@code
   * networkaddress.cache.negative.ttl} say otherwise; they must be set, to {@code 0} for no cache,
   * before the first look-up of the process. What the name servers themselves keep is another
   * matter. That no name server answered is told from a name that is unknown only if the system
   * says so in English, and the cache does not repeat it.
   */
  static AddressResolver system() {
    return host -> {
      try {
        return Arrays.asList(InetAddress.getAllByName(host));
      } catch (UnknownHostException e) {
        if (mayPass(e)) {
          throw new UncheckedIOException(e);
        }
        return List.of();
      }
    };
  }

  /** The runtime tells a name server that did not answer by the words of the system alone. */
  private static boolean mayPass(UnknownHostException e) {
    String words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return words.contains("temporary failure") || words.contains("try again");
  }

  /**
   * Returns a resolver that knows this host by itself, and asks this one for every other.
   *
   * @param host a host name; the case of its letters does not count
   * @param ips its IP addresses, at least one, in the order in which they are to be tried
   * @throws IllegalArgumentException if there is none, or one is no IP address
   */
  default AddressResolver withFixed(String host, String... ips) {
    String name = requireNonNull(host, "host").strip().toLowerCase(Locale.ROOT);
    if (ips.length == 0) {
      throw new IllegalArgumentException("no IP address for " + name + "; give at least one");
    }
    List<InetAddress> fixed = Arrays.stream(ips).map(ip -> literal(IpAddress.parse(ip))).toList();
    return asked -> asked.equals(name) ? fixed : addressesOf(asked);
  }

  private static InetAddress literal(IpAddress ip) {
    try {
      return InetAddress.getByName(ip.toString());
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(ip + " is no IP address", e);
    }
  }
}
