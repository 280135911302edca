// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.ApplianceAddress;
import java.nio.file.Path;

/**
 * Where a simulated pair is reached.
 *
 * @param a the address of {@code a}, named as the site
 * @param b the address of {@code b}, named as the site
 * @param site the address that leads to whoever holds the site, named as the site
 * @param caCertificate a PEM file with the certificate by which the site's certificate is verified;
 *     it is gone when the server is closed
 * @since 0.1
 */
public record PairAddresses(
    ApplianceAddress a, ApplianceAddress b, ApplianceAddress site, Path caCertificate) {

  /** Checks that nothing is null. */
  public PairAddresses {
    requireNonNull(a, "a");
    requireNonNull(b, "b");
    requireNonNull(site, "site");
    requireNonNull(caCertificate, "caCertificate");
  }
}
