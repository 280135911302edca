// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.assumption;

import io.github.bseries.client.ApiAccount;
import io.github.bseries.client.ApplianceClient;
import io.github.bseries.client.ApplianceException;
import io.github.bseries.client.LimitReachedException;
import io.github.bseries.client.PairClient;
import io.github.bseries.client.RejectedException;
import io.github.bseries.core.failover.RoleChange;
import io.github.bseries.core.failover.RoleChangeRequest;
import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.LastDataSync;
import io.github.bseries.core.pair.Observation;
import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.testkit.CallKind;
import io.github.bseries.testkit.SimulatedAccount;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.http.SimulatedPairServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A simulated pair over HTTPS, and a client of it that lives by the time of the pair. A read is
 * made once, so that the first answer is what the caller is told.
 */
final class Stage implements AutoCloseable {

  private final SimulatedPair simulated;
  private final SimulatedPairServer server;
  private final PairClient pair;
  private final Path folder;

  Stage(SimulatedPair simulated, Path folder) {
    this.simulated = simulated;
    this.folder = folder;
    this.server = SimulatedPairServer.start(simulated);
    SimulatedAccount account = simulated.account();
    Instant start = simulated.time().instant();
    this.pair =
        PairClient.builder(
                ApplianceClient.builder()
                    .account(
                        ApiAccount.of(account.clientId(), account.clientSecret().toCharArray()))
                    .trustedCertificates(server.caCertificate())
                    .attemptsPerRead(1)
                    .nanoTime(() -> Duration.between(start, simulated.time().instant()).toNanos())
                    .waiter(simulated::advance))
            .primary(server.a())
            .backup(server.b())
            .site(server.site())
            .pollInterval(Duration.ofSeconds(10))
            .waiter(simulated::advance)
            .build();
  }

  SimulatedPair simulated() {
    return simulated;
  }

  PairClient pair() {
    return pair;
  }

  ApplianceClient a() {
    return pair.primary();
  }

  ApplianceClient b() {
    return pair.backup();
  }

  Path folder() {
    return folder;
  }

  RoleChangeRequest aToBackup() {
    return RoleChangeRequest.becomeBackup(simulated.a().id());
  }

  RoleChangeRequest bToPrimary() {
    return RoleChangeRequest.becomePrimary(simulated.b().id());
  }

  void passes(Duration span) {
    simulated.advance(span);
  }

  void passesAMinute() {
    passes(Duration.ofMinutes(1));
  }

  /** Has somebody else ask for tokens of the same account at {@code a}. */
  void othersAskForTokens(int times, String secret) {
    for (int i = 0; i < times; i++) {
      simulated.a().api().requestToken(simulated.account().clientId(), secret, null, null);
    }
  }

  void othersAskForTokens(int times) {
    othersAskForTokens(times, simulated.account().clientSecret());
  }

  /** Returns how many tokens were asked for over the network, on both appliances. */
  String tokens() {
    long asked =
        simulated.appliances().stream()
            .flatMap(each -> each.recordedCalls().stream())
            .filter(call -> call.kind() == CallKind.TOKEN)
            .count();
    return "tokens " + asked;
  }

  /** Returns the roles that the client sees. */
  String roles() {
    PairSnapshot look = pair.observe();
    return role(look.primary()) + "/" + role(look.backup());
  }

  private static String role(Observation look) {
    return look.health().map(ApplianceHealth::failoverRole).map(FailoverRole::literal).orElse("-");
  }

  static String told(RoleChange change) {
    return change.getClass().getSimpleName();
  }

  static String told(ApplianceHealth health) {
    return health.failoverRole().literal()
        + (health.success() ? ", well" : ", ails " + health.errorMessages());
  }

  static String lastDataSync(ApplianceHealth health) {
    LastDataSync sync = health.lastDataSync();
    return sync == null ? "nothing" : sync.status() + " at " + sync.time();
  }

  /** Returns what the client says to a call that may be refused. */
  static String told(Supplier<String> call) {
    try {
      return call.get();
    } catch (RejectedException e) {
      return "rejected " + e.status() + " " + e.ground() + ": " + e.words();
    } catch (LimitReachedException e) {
      return "limit reached, wait " + e.retryAfter() + ", told " + e.isToldByAppliance();
    } catch (ApplianceException e) {
      return e.getClass().getSimpleName();
    }
  }

  /** Returns status and body of a call without our client, on one line and without a namespace. */
  String plainly(String appliance, String token, String query) throws IOException {
    int port = (appliance.equals("a") ? server.a() : server.b()).port();
    URL url = new URL("https://127.0.0.1:" + port + "/api/command?action=" + query);
    HttpsURLConnection call = (HttpsURLConnection) url.openConnection();
    call.setSSLSocketFactory(trusting().getSocketFactory());
    call.setRequestProperty("Authorization", "Bearer " + token);
    int status = call.getResponseCode();
    try (InputStream body = status < 400 ? call.getInputStream() : call.getErrorStream()) {
      String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
      return status + " " + text.replaceAll("<\\?[^>]*>| xmlns=\"[^\"]*\"|\\s*\\n\\s*", "").strip();
    }
  }

  /** Returns a token of {@code a} or {@code b} that our client does not know of. */
  String otherToken(String appliance) {
    SimulatedAccount account = simulated.account();
    return (appliance.equals("a") ? simulated.a() : simulated.b())
        .issueToken(account.clientId(), account.clientSecret())
        .orElseThrow();
  }

  private SSLContext trusting() throws IOException {
    try (InputStream pem = Files.newInputStream(server.caCertificate())) {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      trusted.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(null, trust.getTrustManagers(), null);
      return tls;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    pair.close();
    server.close();
  }
}
