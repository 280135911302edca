// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.testkit.ApplianceFault;
import io.github.bseries.testkit.PairFault;
import io.github.bseries.testkit.SimulatedAccount;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.SimulatedTime;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ControlApiTest {

  private static final String JSON = "Content-Type: application/json";

  private final Simulation simulation =
      new Simulation(
          () -> SimulatedPair.builder().time(SimulatedTime.running(1)).backupBytes(10).build(), 0);
  private final ControlServer control = new ControlServer(new ControlApi(simulation), 0);
  private final PlainCaller caller = new PlainCaller(simulation.server().caCertificate());

  @AfterEach
  void close_both() {
    control.close();
    simulation.close();
  }

  private RawAnswer send(String method, String path, String body, String... headers)
      throws IOException {
    String host = "Host: support.example.com";
    String request =
        PlainCaller.request(method, path, body, headers)
            .replace(host, "Host: 127.0.0.1:" + control.port());
    return sendAsIs(request);
  }

  private RawAnswer sendAsIs(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", control.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new RawAnswer(socket.getInputStream().readAllBytes());
    }
  }

  private String post(String path, String body) throws IOException {
    RawAnswer answer = send("POST", path, body, JSON);
    assertThat(answer.status()).as(answer.rawBody()).isEqualTo(200);
    return answer.rawBody();
  }

  private SimulatedPair pair() {
    return simulation.pair();
  }

  @Test
  void the_state_tells_both_sides_the_site_and_the_faults() throws IOException {
    post("/faults", "{\"fault\":\"loses-answer\",\"appliance\":\"a\",\"times\":2}");

    assertThat(send("GET", "/state", "").rawBody())
        .contains("\"a\":{\"id\":\"" + pair().a().id() + "\",\"power\":\"on\",\"role\":\"primary\"")
        .contains("\"role\":\"backup\"")
        .contains("\"site\":\"a\"")
        .contains("\"links\":{\"a-b\":\"up\",\"client-a\":\"up\",\"client-b\":\"up\",")
        .contains("\"faults\":[{\"id\":\"fault-1\",\"fault\":\"loses-answer\",\"metCalls\":0}]");
  }

  @Test
  void a_fault_is_placed_where_it_is_said_and_removed() throws IOException {
    String placed =
        post(
            "/faults",
            "{\"fault\":\"cuts-answer\",\"afterBytes\":7,\"appliance\":\"b\",\"by\":\"own\","
                + "\"call\":\"set-failover-role\",\"path\":\"/api/command\","
                + "\"parameters\":{\"role\":\"primary\"},\"times\":3,\"probability\":0.5}");

    assertThat(placed).contains("\"id\":\"fault-1\"").contains("\"cause\":\"");
    assertThat(pair().callFaults().inForce())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.rule().fault()).isEqualTo(new ApplianceFault.CutsAnswer(7));
              assertThat(it.rule().times()).isEqualTo(3);
              assertThat(it.rule().probability()).isEqualTo(0.5);
              assertThat(it.rule().calls().toString())
                  .contains("appliance=b, throughSite=false, kind=SET_FAILOVER_ROLE")
                  .contains("path=/api/command, parameters={role=primary}");
            });
    assertThat(send("DELETE", "/faults", "{\"id\":\"fault-9\"}", JSON).status()).isEqualTo(404);
    assertThat(send("DELETE", "/faults", "{\"id\":\"fault-1\"}", JSON).status()).isEqualTo(200);
    assertThat(pair().callFaults().inForce()).isEmpty();
  }

  @Test
  void every_fault_has_a_name_and_all_can_be_removed_at_once() throws IOException {
    String refused = send("POST", "/faults", "{\"fault\":\"x\"}", JSON).rawBody();
    String list = refused.replaceAll("(?s).*must be one of ([^}\"]*).*", "$1");
    String[] names = list.split(", ");
    assertThat(names).hasSizeGreaterThan(30).contains("entity-bomb", "redirect-307", "answers");
    for (String name : names) {
      post("/faults", "{\"fault\":\"" + name.strip() + "\"}");
    }
    assertThat(pair().callFaults().inForce())
        .extracting(it -> it.rule().fault().label())
        .isSubsetOf(names)
        .hasSize(names.length - PairFault.values().length);
    assertThat(pair().awaitedFaults()).containsExactly(PairFault.values());

    assertThat(send("DELETE", "/faults", "").status()).isEqualTo(200);

    assertThat(pair().callFaults().inForce()).isEmpty();
    assertThat(pair().awaitedFaults()).isEmpty();
  }

  @Test
  void power_role_sync_and_settings_reach_the_appliance() throws IOException {
    assertThat(post("/appliances/a/role", "{\"role\":\"backup\",\"dataSyncFirst\":true}"))
        .contains("\"accepted\":true")
        .contains("Successfully started data sync.");
    assertThat(pair().isBusy()).isTrue();
    assertThat(post("/sync", "")).contains("\"accepted\":false");
    post("/appliances/b/power", "{\"power\":\"off\"}");
    assertThat(pair().b().isOn()).isFalse();
    post("/appliances/b/power", "{\"power\":\"on\"}");
    post(
        "/appliances/a/settings",
        "{\"xmlApi\":false,\"rateLimited\":true,\"namespace\":\"newer\","
            + "\"errorMessages\":[\"disk\"],\"certificate\":\"expired\"}");

    assertThat(pair().a().api().isXmlApiOn()).isFalse();
    assertThat(pair().a().api().settings().rateLimited()).isTrue();
    assertThat(pair().a().health().errorMessages()).containsExactly("disk");
    assertThatThrownBy(() -> caller.get(simulation.server().a(), "/check_health"))
        .hasStackTraceContaining("NotAfter");
    post("/appliances/a/settings", "{\"errorMessages\":[],\"certificate\":\"site\"}");
    assertThat(caller.get(simulation.server().a(), "/check_health").status()).isEqualTo(200);
  }

  @Test
  void time_is_advanced_and_made_faster_and_the_pair_follows() throws IOException {
    post("/appliances/a/role", "{\"role\":\"backup\"}");
    Instant before = pair().time().instant();

    post("/time", "{\"advance\":\"PT5M\",\"factor\":60}");

    assertThat(Duration.between(before, pair().time().instant()))
        .isGreaterThan(Duration.ofMinutes(5));
    assertThat(pair().time().toString()).contains("60.0");
    assertThat(pair().b().failoverRole()).isEqualTo(FailoverRole.PRIMARY);
  }

  @Test
  void the_links_are_cut_stalled_and_restored() throws IOException {
    post("/links", "{\"link\":\"a-b\",\"state\":\"cut\"}");
    assertThat(pair().isLinkUp()).isFalse();
    post("/links", "{\"link\":\"a-b\",\"state\":\"up\"}");
    assertThat(pair().isLinkUp()).isTrue();

    post("/links", "{\"link\":\"client-a\",\"state\":\"stalled\"}");
    try (Socket socket = new Socket("127.0.0.1", simulation.server().a().port())) {
      socket.setSoTimeout(300);
      socket.getOutputStream().write(0);
      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
    }
    assertThat(caller.get(simulation.server().site(), "/check_health").status()).isEqualTo(200);
    post("/links", "{\"link\":\"client-a\",\"state\":\"cut\"}");
    assertThatThrownBy(() -> caller.get(simulation.server().a(), "/check_health"))
        .isInstanceOf(ConnectException.class);
    post("/links", "{\"link\":\"client-a\",\"state\":\"up\"}");
    assertThat(caller.get(simulation.server().a(), "/check_health").status()).isEqualTo(200);
    post("/links", "{\"link\":\"client-a\",\"state\":\"slow\"}");
    long start = System.nanoTime();
    caller.get(simulation.server().a(), "/check_health");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(300));
  }

  @Test
  void a_reset_begins_anew_at_the_same_addresses_with_the_same_account_and_certificate()
      throws IOException {
    SimulatedAccount account = pair().account();
    var address = simulation.server().a();
    post("/appliances/a/power", "{\"power\":\"off\"}");
    assertThatThrownBy(() -> caller.get(address, "/check_health"))
        .isInstanceOf(ConnectException.class);

    post("/reset", "");

    assertThat(caller.token(address, account)).hasSize(40);
    assertThat(simulation.server().caCertificate()).exists();
  }

  @Test
  void the_history_is_the_timeline_of_the_pair() throws IOException {
    caller.get(simulation.server().b(), "/check_health");

    assertThat(send("GET", "/history", "").rawBody()).contains("  b  GET /check_health -> 200\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/appliances/a/power | {} | \\\"power\\\" is missing; allowed: off, on",
        "/appliances/a/power | {\"power\":\"of\"} | must be one of off, on",
        "/appliances/a/power | {\"power\":\"off\",\"now\":true} | unknown field \\\"now\\\";"
            + " allowed: power",
        "/appliances/a/role | {\"role\":\"none\"} | must be one of backup, primary",
        "/appliances/a/role | {\"role\":\"backup\",\"force\":1} | must be true or false",
        "/appliances/a/settings | {\"certificate\":\"x\"} | expired, other-name, own, self-signed,"
            + " site",
        "/appliances/a/settings | {\"xmlApi\":false,\"y\":1} | unknown field \\\"y\\\"; allowed:"
            + " allowList, automaticFailover, backupOperations, backupPermission, certificate,"
            + " change, clockSkew, commandPermission, dataSyncInterval, errorMessages, mirror,",
        "/links | {\"link\":\"a-c\",\"state\":\"up\"} | must be one of a-b, client-a, client-b,"
            + " client-site",
        "/links | {\"link\":\"b-host\",\"state\":\"cut\"} | a-IP, b-IP (a test IP)",
        "/links | {\"state\":\"cut\"} | \"link\\\" is missing; it must be one of a-b",
        "/links | {\"link\":\"client-a\",\"state\":\"x\"} | one of cut, slow, stalled, up",
        "/appliances/a/settings | {\"testIps\":\"8.8.8.8\"} | at most 100 IP addresses",
        "/appliances/a/settings | {\"testIps\":[\"host\"]} | at most 100 IP addresses",
        "/appliances/a/settings | {\"clockSkew\":\"5m\"} | as in PT5M",
        "/appliances/a/settings | {\"version\":\"\",\"xmlApi\":false} | must be a version",
        "/site | {\"to\":\"c\"} | must be one of a, b",
        "/break | {} | \\\"appliance\\\" is missing; allowed: a, b",
        "/establish | {\"appliance\":\"a\",\"x\":1} | unknown field",
        "/fix-this-error | {\"appliance\":\"site\"} | must be one of a, b",
        "/faults | {\"fault\":\"sync-sticks\",\"appliance\":\"a\"} | unknown field",
        "/faults | {\"fault\":\"sync-sticks\",\"times\":1,\"probability\":0.5} | together with",
        "/time | {\"advance\":\"5m\"} | as in PT5M",
        "/time | {\"advance\":\"PT-5M\"} | must be a span from PT0S to PT744H",
        "/time | {\"factor\":0} | a whole number, 1 to 86400",
        "/faults | {\"fault\":\"stalls\",\"times\":0} | a whole number, 1 to",
        "/faults | {\"fault\":\"stalls\",\"afterBytes\":1} | unknown field \\\"afterBytes\\\"",
        "/faults | {\"fault\":\"refuses-connections\",\"times\":1} | let it stand",
        "/faults | {\"fault\":\"unknown-role\",\"call\":\"token\"} | unknown-role acts on calls of"
            + " check-health only, and those that fit are of token",
        "/faults | {\"fault\":\"stalls\",\"call\":\"token\",\"path\":\"/x\"} | no call fits",
        "/sync | {\"x\":1} | unknown field \\\"x\\\"; there are none",
        "/reset | [] | no JSON object"
      })
  void what_makes_no_sense_gets_400_with_what_is_allowed_and_changes_nothing(
      String path, String body, String words) throws IOException {
    RawAnswer answer = send("POST", path, body, JSON);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.rawBody()).contains(words);
    assertThat(pair().a().isOn()).isTrue();
    assertThat(pair().a().api().isXmlApiOn()).isTrue();
    assertThat(pair().callFaults().inForce()).isEmpty();
    assertThat(pair().a().failoverRole()).isEqualTo(FailoverRole.PRIMARY);
  }

  @Test
  void a_body_that_is_too_long_is_refused_and_one_that_is_just_not_is_read() throws IOException {
    String name = "x".repeat(999_989);

    RawAnswer tooLong = send("POST", "/sync", "{\"" + name + "xxxxxx\":1}", JSON);
    RawAnswer longest = send("POST", "/sync", "{\"" + name + "xxxxx\":1}", JSON);

    assertThat(tooLong.status()).isEqualTo(413);
    assertThat(tooLong.rawBody()).contains("a body has at most 1000000 bytes");
    assertThat(longest.status()).isEqualTo(400);
    assertThat(longest.rawBody()).contains("unknown field").hasSizeLessThan(1_000);
    assertThat(pair().isBusy()).isFalse();
  }

  @Test
  void unknown_paths_and_methods_are_told_what_there_is() throws IOException {
    assertThat(send("GET", "/nothing", "").status()).isEqualTo(404);
    RawAnswer wrongMethod = send("GET", "/sync", "");
    assertThat(wrongMethod.status()).isEqualTo(405);
    assertThat(wrongMethod.rawBody()).contains("POST /sync");
  }

  @Test
  void a_page_in_a_browser_cannot_drive_it() throws IOException {
    String off = "{\"power\":\"off\"}";
    String path = "/appliances/a/power";

    assertThat(sendAsIs(PlainCaller.request("POST", path, off, JSON)).status()).isEqualTo(403);
    assertThat(send("POST", path, off, JSON, "Origin: http://localhost").status()).isEqualTo(403);
    assertThat(send("POST", path, off, "Content-Type: text/plain").status()).isEqualTo(415);
    assertThat(send("POST", path, off).status()).isEqualTo(415);
    assertThat(pair().a().isOn()).isTrue();
  }
}
