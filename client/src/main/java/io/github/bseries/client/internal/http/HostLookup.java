// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.http;

import io.github.bseries.core.pair.ApplianceAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Finds the IP addresses of a host name within a limit.
 *
 * <p>The system's own look-up has none that one could set, and cannot be interrupted. So it runs on
 * a thread that is left behind when the time is over.
 *
 * @param resolver finds them; an empty list says that none is known
 * @param limit how long one look-up may take
 */
public record HostLookup(Function<String, List<InetAddress>> resolver, Duration limit) {

  /**
   * Returns the addresses of this host, at least one. An IP address is not looked up.
   *
   * @throws UnknownHostException if there is none, or none in time; an interrupt stays set
   */
  List<InetAddress> addressesOf(ApplianceAddress address, Duration atMost)
      throws UnknownHostException {
    String host = address.host();
    if (address.isHostIpAddress()) {
      return List.of(InetAddress.getByName(host));
    }
    Duration wait = atMost.isZero() || limit.compareTo(atMost) < 0 ? limit : atMost;
    CompletableFuture<List<InetAddress>> found = new CompletableFuture<>();
    Thread thread = new Thread(() -> look(host, found), "bseries-lookup-" + host);
    thread.setDaemon(true);
    thread.start();
    try {
      List<InetAddress> addresses = found.get(wait.toMillis(), TimeUnit.MILLISECONDS);
      if (addresses.isEmpty()) {
        throw new Failed("no address is known for the host name " + host);
      }
      return addresses;
    } catch (TimeoutException e) {
      throw new Failed("no address was found for the host name " + host + " within " + wait);
    } catch (ExecutionException e) {
      throw new Failed("the resolver failed for the host name " + host + ": " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failed("the waiting thread was interrupted");
    }
  }

  private void look(String host, CompletableFuture<List<InetAddress>> found) {
    try {
      found.complete(List.copyOf(resolver.apply(host)));
    } catch (RuntimeException | Error e) {
      found.completeExceptionally(e);
    }
  }

  /** No address; the message says why, and names the host. */
  static final class Failed extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    Failed(String message) {
      super(message);
    }
  }
}
