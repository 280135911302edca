// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import static io.github.bseries.testkit.http.PlainCaller.FORM;
import static io.github.bseries.testkit.http.PlainCaller.basic;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.testkit.ApplianceFault;
import io.github.bseries.testkit.CallMatch;
import io.github.bseries.testkit.FaultRule;
import io.github.bseries.testkit.RecordedCall;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.junit.SimulatedPairTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller says of where it comes from changes nothing. */
@SimulatedPairTest
@Timeout(30)
class ForgedOriginTest {

  private static final String PROBE = "/check_health";

  private final SimulatedPair pair;
  private final PairAddresses addresses;
  private final PlainCaller caller;

  ForgedOriginTest(SimulatedPair pair, PairAddresses addresses) {
    this.pair = pair;
    this.addresses = addresses;
    this.caller = new PlainCaller(addresses.caCertificate());
  }

  private static String[] forged(String header) {
    return new String[] {header, "Forwarded: for=10.0.0.1", "X-Real-IP: 10.0.0.1"};
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Forwarded-For: 10.0.0.1",
        "X-Forwarded-For: 127.0.0.1",
        "x-forwarded-for: 10.0.0.1, 10.0.0.2",
        "Bseries-Simulator-Connection: 1>2",
        "bseries-simulator-connection: 1>2"
      })
  void a_call_with_a_forged_origin_meets_the_faults_of_its_link(String header) throws IOException {
    pair.a().misbehaves(new ApplianceFault.LosesAnswer());
    pair.callFaults().place(FaultRule.once(new ApplianceFault.Stalls()).on(CallMatch.ANY.bySite()));

    RawAnswer lost = caller.get(addresses.a(), PROBE, forged(header));
    pair.a().misbehaves(FaultRule.once(new ApplianceFault.CutsAnswer(1)));
    RawAnswer cut = caller.get(addresses.a(), "/__admin/mappings", forged(header));

    assertThat(lost.bytes()).isEmpty();
    assertThat(cut.bytes()).isEmpty();
    assertThat(pair.callFaults().inForce()).hasSize(1);
  }

  @Test
  void a_call_with_a_forged_origin_is_known_to_come_by_the_site() throws IOException {
    pair.callFaults()
        .place(FaultRule.standing(new ApplianceFault.LosesAnswer()).on(CallMatch.ANY.bySite()));
    String[] headers = forged("X-Forwarded-For: 10.0.0.1");

    assertThat(caller.get(addresses.site(), PROBE, headers).bytes()).isEmpty();
    assertThat(caller.get(addresses.site(), "/__admin", headers).bytes()).isEmpty();
    assertThat(caller.get(addresses.a(), PROBE, headers).status()).isEqualTo(200);
  }

  @Test
  void an_allow_list_looks_at_the_real_caller() throws IOException {
    pair.account().allowOnlyFrom("10.0.0.0/8");
    RawAnswer forged = askForToken(addresses.a(), "X-Forwarded-For: 10.0.0.1");
    pair.account().allowOnlyFrom("127.0.0.0/8");
    RawAnswer honest = askForToken(addresses.a(), "X-Forwarded-For: 10.0.0.1");

    assertThat(forged.status()).isEqualTo(401);
    assertThat(forged.body()).contains("access_denied");
    assertThat(honest.status()).isEqualTo(200);
  }

  private RawAnswer askForToken(ApplianceAddress address, String header) throws IOException {
    return caller.post(
        address,
        "/oauth2/token",
        "grant_type=client_credentials",
        basic(pair.account().clientId(), pair.account().clientSecret()),
        FORM,
        header);
  }

  @Test
  void a_call_through_no_link_fails_aloud_and_does_nothing() throws IOException {
    SiteCertificate certificate = SiteCertificate.issue(pair.siteName());
    try (ApplianceServer hidden =
        new ApplianceServer(
            certificate.keyStore("a", CertificateKind.SITE),
            certificate.password(),
            new ApplianceFront(pair, pair.a()),
            name -> {
              throw new IllegalStateException("connection " + name + " came through no link");
            })) {
      ApplianceAddress direct =
          new ApplianceAddress("127.0.0.1", hidden.port(), pair.siteName(), true);
      PlainCaller trusting = new PlainCaller(certificate.caCertificate());

      for (String path : new String[] {PROBE, "/__admin/mappings"}) {
        RawAnswer answer = trusting.get(direct, path);
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.rawBody()).contains("came through no link");
      }
    } finally {
      certificate.close();
    }
    assertThat(pair.a().recordedCalls()).extracting(RecordedCall::path).isEmpty();
  }
}
