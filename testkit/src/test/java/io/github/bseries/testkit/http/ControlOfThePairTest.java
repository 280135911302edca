// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.testkit.SimulatedPair;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ControlOfThePairTest {

  private final Simulation simulation =
      new Simulation(
          SimulatorOptions.parse(
                  List.of("--cutover", "dns", "--session-every", "60", "--backup-bytes", "10"))
              ::newPair,
          0);
  private final ControlServer control = new ControlServer(new ControlApi(simulation), 0);
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close_both() {
    control.close();
    simulation.close();
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String path) throws IOException {
    URI uri = URI.create("http://127.0.0.1:" + control.port() + path);
    try {
      return client.send(request.uri(uri).build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private HttpResponse<String> sendBody(String path, String body) throws IOException {
    return send(
        HttpRequest.newBuilder()
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))),
        path);
  }

  private JsonObject post(String path, String body) throws IOException {
    HttpResponse<String> answer = sendBody(path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.createReader(new StringReader(answer.body())).readObject();
  }

  private JsonObject get(String path) throws IOException {
    String body = send(HttpRequest.newBuilder(), path).body();
    return Json.createReader(new StringReader(body)).readObject();
  }

  private SimulatedPair pair() {
    return simulation.pair();
  }

  @Test
  void a_link_that_is_cut_by_hand_is_shown_even_to_an_address_that_is_no_test_ip()
      throws IOException {
    JsonObject cut = post("/links", "{'link':'a-9.9.9.9','state':'cut'}").getJsonObject("links");
    JsonObject up = post("/links", "{'link':'a-9.9.9.9','state':'up'}").getJsonObject("links");

    assertThat(cut.getString("a-9.9.9.9")).isEqualTo("cut");
    assertThat(cut.getString("a-b")).isEqualTo("up");
    assertThat(up).doesNotContainKey("a-9.9.9.9");
  }

  @Test
  void the_record_of_the_site_is_swung_and_counts_after_its_time_to_live() throws IOException {
    post("/site", "{'to':'b'}");
    assertThat(get("/state").getString("site")).isEqualTo("a");

    assertThat(post("/time", "{'advance':'PT61S'}").getString("site")).isEqualTo("b");
  }

  @Test
  void a_pair_with_a_shared_ip_has_nothing_to_swing() throws IOException {
    Simulation shared = new Simulation(SimulatorOptions.parse(List.of())::newPair, 0);
    try (shared;
        ControlServer other = new ControlServer(new ControlApi(shared), 0)) {
      URI uri = URI.create("http://127.0.0.1:" + other.port() + "/site");
      var request =
          HttpRequest.newBuilder(uri)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString("{\"to\":\"b\"}"))
              .build();

      var answer = client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();

      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(answer.body()).contains("shared IP");
    }
  }

  @Test
  void the_outcome_measures_what_users_felt() throws IOException {
    post("/time", "{'advance':'PT5M'}");
    post("/appliances/a/power", "{'power':'off'}");
    post("/time", "{'advance':'PT5M'}");
    post("/appliances/a/power", "{'power':'on'}");

    JsonObject outcome = get("/outcome");

    assertThat(Duration.parse(outcome.getString("outage")))
        .isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
    assertThat(outcome.getInt("sessions")).isBetween(5, 6);
    assertThat(outcome.getInt("brokenSessions")).isEqualTo(5);
    assertThat(outcome.getInt("turnedAway")).isBetween(4, 6);
  }

  @Test
  void a_relationship_is_broken_and_made_again_the_other_way_round() throws IOException {
    assertThat(post("/break", "{'appliance':'a'}").getBoolean("accepted")).isTrue();
    assertThat(pair().b().failoverRole()).isEqualTo(FailoverRole.NONE);

    assertThat(post("/establish", "{'appliance':'b'}").getBoolean("accepted")).isTrue();

    assertThat(pair().b().failoverRole()).isEqualTo(FailoverRole.PRIMARY);
    assertThat(pair().a().failoverRole()).isEqualTo(FailoverRole.BACKUP);
  }

  @Test
  void a_partition_makes_both_primary_and_fix_this_error_ends_it() throws IOException {
    post("/links", "{'link':'a-b','state':'cut'}");
    assertThat(post("/appliances/b/role", "{'role':'primary'}").getBoolean("accepted")).isTrue();
    assertThat(pair().a().failoverRole()).isEqualTo(pair().b().failoverRole());
    post("/links", "{'link':'a-b','state':'up'}");

    JsonObject fixed = post("/fix-this-error", "{'appliance':'b'}");

    assertThat(fixed.getBoolean("accepted")).isTrue();
    assertThat(pair().a().failoverRole()).isEqualTo(FailoverRole.PRIMARY);
    assertThat(pair().b().failoverRole()).isEqualTo(FailoverRole.BACKUP);
  }

  @Test
  void backup_settings_and_test_ips_decide_about_a_takeover() throws IOException {
    JsonObject saved =
        post(
            "/appliances/b/settings",
            "{'backupOperations':true,'automaticFailover':true,'primaryTimeout':'PT2M',"
                + "'dataSyncInterval':'PT0S','testIps':['8.8.8.8']}");
    assertThat(saved.getJsonObject("links").getString("b-8.8.8.8")).isEqualTo("up");
    assertThat(pair().b().failoverPage().backupSettings().automaticDataSyncInterval()).isNull();
    post("/links", "{'link':'b-8.8.8.8','state':'cut'}");
    post("/appliances/a/power", "{'power':'off'}");
    post("/time", "{'advance':'PT10M'}");
    assertThat(pair().b().failoverRole()).isEqualTo(FailoverRole.BACKUP);

    post("/links", "{'link':'b-8.8.8.8','state':'up'}");
    post("/time", "{'advance':'PT3M'}");

    assertThat(pair().b().failoverRole()).isEqualTo(FailoverRole.PRIMARY);
  }

  @Test
  void a_clock_can_be_behind_and_a_version_newer() throws IOException {
    JsonObject state =
        post(
            "/appliances/b/settings",
            "{'clockSkew':'PT-1H','version':'24.1.1"
                + " (95450-0123456789abcdef0123456789abcdef01234567)'}");

    assertThat(Duration.between(pair().b().clock(), pair().time().instant()))
        .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
    assertThat(state.getJsonObject("b").getString("version")).startsWith("24.1.1");
  }

  @Test
  void faults_of_the_pair_wait_under_their_names_and_are_removed_by_them() throws IOException {
    assertThat(post("/faults", "{'fault':'sync-fails','times':1}").getString("id"))
        .isEqualTo("sync-fails");
    post("/faults", "{'fault':'swap-stops-half-way','probability':0.5}");
    assertThat(get("/state").getJsonArray("faults")).hasSize(2);
    post("/sync", "");
    post("/time", "{'advance':'PT5M'}");
    assertThat(get("/history").toString()).contains("could not be copied to its peer");
    assertThat(get("/state").getJsonArray("faults")).hasSize(1);

    HttpRequest.Builder removal =
        HttpRequest.newBuilder()
            .header("Content-Type", "application/json")
            .method(
                "DELETE", HttpRequest.BodyPublishers.ofString("{\"id\":\"swap-stops-half-way\"}"));

    assertThat(send(removal, "/faults").statusCode()).isEqualTo(200);
    assertThat(pair().awaitedFaults()).isEmpty();
  }
}
