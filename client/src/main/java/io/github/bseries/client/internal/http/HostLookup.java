// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.http;

import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.core.pair.HandshakeFailure;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Finds the IP addresses of a host name within a limit. Safe for use by several threads.
 *
 * <p>The system's own look-up has none that one could set, and cannot be interrupted. So it runs on
 * a thread that is left behind when the time is over. Whoever asks for the same name meanwhile
 * waits for that one, so that look-ups that hang do not pile up; after a minute it is given up, and
 * another one begins.
 */
public final class HostLookup implements AutoCloseable {

  private static final Duration SHARED = Duration.ofMinutes(1);

  private final Function<String, List<InetAddress>> resolver;
  private final Duration limit;
  private final ConcurrentMap<String, Underway> underway = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /**
   * Makes one that has looked up nothing.
   *
   * @param resolver finds them; an empty list says that none is known
   * @param limit how long one look-up may take
   */
  public HostLookup(Function<String, List<InetAddress>> resolver, Duration limit) {
    this.resolver = resolver;
    this.limit = limit;
  }

  /** A look-up, and the reading of the clock when it began. */
  private record Underway(CompletableFuture<List<InetAddress>> found, long startedAt) {

    boolean isShared(long now) {
      return now - startedAt < SHARED.toNanos();
    }
  }

  /**
   * Returns the addresses of this host, at least one. An IP address is not looked up.
   *
   * @throws UnknownHostException if there is none, or none in time, or if this is closed; an
   *     interrupt stays set
   */
  List<InetAddress> addressesOf(ApplianceAddress address, Duration atMost)
      throws UnknownHostException {
    String host = address.host();
    if (address.isHostIpAddress()) {
      return List.of(InetAddress.getByName(host));
    }
    Duration wait = atMost.isZero() || limit.compareTo(atMost) < 0 ? limit : atMost;
    try {
      List<InetAddress> addresses =
          lookUp(host).found().get(wait.toMillis(), TimeUnit.MILLISECONDS);
      if (addresses.isEmpty()) {
        throw new Failed(
            HandshakeFailure.NAME_UNKNOWN, "no address is known for the host name " + host);
      }
      return addresses;
    } catch (TimeoutException e) {
      throw new Failed(
          HandshakeFailure.LOOKUP_FAILED,
          "no address was found for the host name " + host + " within " + wait);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Failed failed) {
        throw failed;
      }
      throw new Failed(
          HandshakeFailure.LOOKUP_FAILED,
          "the resolver failed for the host name " + host + ": " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failed(HandshakeFailure.GIVEN_UP, "the waiting thread was interrupted");
    }
  }

  /** Returns the one that is underway, or begins it. */
  private Underway lookUp(String host) {
    long now = System.nanoTime();
    Underway mine = new Underway(new CompletableFuture<>(), now);
    Underway shared =
        underway.compute(
            host, (name, other) -> other != null && other.isShared(now) ? other : mine);
    if (shared.found() == mine.found()) {
      Thread thread = new Thread(() -> look(host, mine), "bseries-lookup-" + host);
      thread.setDaemon(true);
      thread.start();
    }
    if (closed) {
      giveUp(shared);
    }
    return shared;
  }

  private static void giveUp(Underway one) {
    one.found()
        .completeExceptionally(new Failed(HandshakeFailure.GIVEN_UP, HttpCaller.CLOSED_MEANWHILE));
  }

  /** Ends the waits for the look-ups that are underway. A second time it does nothing. */
  @Override
  public void close() {
    closed = true;
    underway.values().forEach(HostLookup::giveUp);
  }

  private void look(String host, Underway mine) {
    List<InetAddress> addresses;
    try {
      addresses = List.copyOf(resolver.apply(host));
    } catch (RuntimeException | Error e) {
      underway.remove(host, mine);
      mine.found().completeExceptionally(e);
      return;
    }
    // First out of the way: who asks from now on wants to know what is so from now on.
    underway.remove(host, mine);
    mine.found().complete(addresses);
  }

  /** No address; the message says why, and names the host. */
  static final class Failed extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    private final HandshakeFailure failure;

    Failed(HandshakeFailure failure, String message) {
      super(message);
      this.failure = failure;
    }

    HandshakeFailure failure() {
      return failure;
    }
  }
}
