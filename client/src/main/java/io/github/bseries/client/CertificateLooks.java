// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.client.internal.http.CertificateProbe;
import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.core.pair.CertificateComparison;
import io.github.bseries.core.pair.CertificateLook;
import io.github.bseries.core.pair.SideCertificates;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at the certificates of both appliances, for the name of the site and without a name. */
final class CertificateLooks implements AutoCloseable {

  private final CertificateProbe probe;
  private final ApplianceAddress primary;
  private final ApplianceAddress backup;
  private final @Nullable ApplianceAddress site;

  CertificateLooks(
      CertificateProbe probe,
      ApplianceAddress primary,
      ApplianceAddress backup,
      @Nullable ApplianceAddress site) {
    this.probe = probe;
    this.primary = primary;
    this.backup = backup;
    this.site = site;
  }

  /** Makes all four looks at the same time. */
  CertificateComparison compare(Executor executor) {
    String name = siteName();
    try {
      Side one = look(primary, name, executor);
      Side other = look(backup, name, executor);
      return new CertificateComparison(name, one.join(), other.join());
    } catch (RejectedExecutionException e) {
      throw new IllegalStateException("the client of " + primary + " is closed", e);
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private Side look(ApplianceAddress address, String name, Executor executor) {
    return new Side(
        CompletableFuture.supplyAsync(() -> probe.look(address, name), executor),
        CompletableFuture.supplyAsync(() -> probe.look(address, null), executor));
  }

  /** That of the site if it was named, or else the one under which both are called. */
  private String siteName() {
    ApplianceAddress named = site;
    Stream<ApplianceAddress> places = named == null ? Stream.of(primary, backup) : Stream.of(named);
    String name = named == null ? primary.name() : named.name();
    if (!places.allMatch(it -> it.name().equals(name) && !isIpAddress(it))) {
      throw new IllegalStateException(
          "the name of the site is not known; set site(address), or name both addresses after it");
    }
    return name;
  }

  /** Only then is the name an IP address as well. */
  private static boolean isIpAddress(ApplianceAddress address) {
    return address.isHostIpAddress() && address.name().equals(address.host());
  }

  /** Ends the looks that are running. */
  @Override
  public void close() {
    probe.close();
  }

  private record Side(
      CompletableFuture<CertificateLook> forSite, CompletableFuture<CertificateLook> withoutName) {

    SideCertificates join() {
      return new SideCertificates(forSite.join(), withoutName.join());
    }
  }
}
