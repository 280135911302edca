// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.client.ApiAccount;
import io.github.bseries.client.ApplianceClient;
import io.github.bseries.client.PairClient;
import io.github.bseries.core.pair.ApplianceVersion;
import io.github.bseries.core.pair.CertificateLook;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.http.PairAddresses;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The pair file of a pair with which nothing is wrong. */
final class WellKeptPair {

  private WellKeptPair() {}

  /** The well-kept pair of the samples, as this simulated pair is. */
  static String declared(SimulatedPair pair, PairAddresses addresses) throws IOException {
    Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS);
    ApplianceVersion version = pair.a().health().version();
    return resource()
        .replace("1".repeat(32), pair.a().id().value())
        .replace("2".repeat(32), pair.b().id().value())
        .replace("https://site1.example.com", ToolRun.url(addresses.a()))
        .replace("https://site2.example.com", ToolRun.url(addresses.b()))
        .replace("support.example.com", "localhost")
        .replace("\"*.example.com\"", "\"localhost\"")
        .replace("cd".repeat(32), fingerprint(addresses))
        .replace("24.1.3 (1234-ab)", version == null ? "" : version.text())
        .replace("2026-02-19T12:00:00Z", now.minus(Duration.ofDays(10)).toString())
        .replace("2026-02-28T12:00:00Z", now.minus(Duration.ofDays(1)).toString())
        .replace("2026-09-17T12:00:00Z", now.plus(Duration.ofDays(200)).toString());
  }

  private static String resource() throws IOException {
    try (InputStream in = WellKeptPair.class.getResourceAsStream("/pairs/well-kept.json")) {
      return new String(in == null ? new byte[0] : in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** That of the certificate of this simulated pair. */
  private static String fingerprint(PairAddresses addresses) {
    try (ApiAccount none = ApiAccount.of("nobody", new char[] {'x'});
        PairClient pair =
            PairClient.builder(
                    ApplianceClient.builder()
                        .account(none)
                        .trustedCertificates(addresses.caCertificate()))
                .primary(addresses.a())
                .backup(addresses.b())
                .build()) {
      CertificateLook look = pair.compareCertificates().primary().forSite();
      return look.certificates().orElseThrow().own().fingerprint().value();
    }
  }
}
