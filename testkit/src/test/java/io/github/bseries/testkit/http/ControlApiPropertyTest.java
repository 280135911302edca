// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.constraints.Size;

class ControlApiPropertyTest {

  private static final long LONGEST_SECONDS = 30;

  private static final String VALUES =
      """
      "on" "off" "a" "b" "primary" "backup" "a-b" "client-a" "cut" "up" "stalled" "slow" "site"
      "b-8.8.8.8" "fault-1" "loses-answer" "answers" "refuses-connections" "sync-sticks" "own"
      "ends-token-early" "swap-stops-half-way" "expired" "newer" "24.1.1" "login-settings"
      "inter-appliance-key" "deny" "read_only" "PT0S" "PT1S" "PT0.000000001S" "PT5M" "PT13H" "P31D" "PT-5M"
      "P106751991167300D" "PT-2562047788015215H" "8.8.8.8" "8.8.8.8/32" "\\u0000" "\\ud800" ""
      true true false null 0 1 -1 0.5 60 86400 1000000 2147483648 1e400 1e-400 1e2000000000
      0.1e-2000000000 [] {} [[1]] ["8.8.8.8"] ["disk","mail"] ["10.0.0.0/8"] [null]
      {"role":"primary"} {"X":1}
      """;

  private static final List<String> OF_SETTINGS =
      List.of(
          "xmlApi",
          "rateLimited",
          "namespace",
          "certificate",
          "sharedIp",
          "errorMessages",
          "clockSkew",
          "version",
          "backupOperations",
          "dataSyncInterval",
          "primaryTimeout",
          "automaticFailover",
          "testIps",
          "allowList",
          "commandPermission",
          "backupPermission",
          "change",
          "mirror");

  private static final List<String> OF_FAULTS =
      List.of(
          "fault",
          "fault",
          "times",
          "probability",
          "by",
          "call",
          "path",
          "parameters",
          "id",
          "appliance",
          "afterBytes",
          "after",
          "status",
          "headers",
          "body",
          "bytesPerSecond");

  private static final Map<String, List<String>> FIELDS =
      Map.ofEntries(
          Map.entry("GET /state", List.of()),
          Map.entry("GET /history", List.of()),
          Map.entry("GET /outcome", List.of()),
          Map.entry("POST /faults", OF_FAULTS),
          Map.entry("DELETE /faults", List.of("id")),
          Map.entry("POST /links", List.of("link", "state")),
          Map.entry("POST /appliances/a/power", List.of("power")),
          Map.entry("POST /appliances/b/power", List.of("power")),
          Map.entry("POST /appliances/a/role", List.of("role", "dataSyncFirst", "force")),
          Map.entry("POST /appliances/b/role", List.of("role", "dataSyncFirst", "force")),
          Map.entry("POST /appliances/a/settings", OF_SETTINGS),
          Map.entry("POST /appliances/b/settings", OF_SETTINGS),
          Map.entry("POST /sync", List.of()),
          Map.entry("POST /site", List.of("to")),
          Map.entry("POST /time", List.of("advance", "factor")),
          Map.entry("POST /break", List.of("appliance")),
          Map.entry("POST /establish", List.of("appliance")),
          Map.entry("POST /fix-this-error", List.of("appliance")),
          Map.entry("POST /reset", List.of()));

  @Property(tries = 30)
  void whatever_is_asked_is_done_or_refused_and_soon(
      @ForAll @Size(min = 20, max = 60) List<@From("requests") Tuple2<String, String>> requests,
      @ForAll @From("intervalsOfSessions") String sessionEvery) {
    var options =
        SimulatorOptions.parse(List.of("--session-every", sessionEvery, "--cutover", "dns"));
    try (Simulation simulation = new Simulation(options::newPair, 0)) {
      ControlApi api = new ControlApi(simulation);
      assertThat(FIELDS.keySet()).containsExactlyInAnyOrderElementsOf(api.routes());
      for (Tuple2<String, String> request : requests) {
        String[] route = request.get1().split(" ", 2);
        ControlAnswer answer =
            CompletableFuture.supplyAsync(() -> api.answer(route[0], route[1], request.get2()))
                .orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS)
                .join();

        assertThat(answer.status()).as("%s -> %s", request, answer).isIn(200, 400, 404, 409);
      }
      assertThat(api.answer("GET", "/state", "").status()).isEqualTo(200);
    }
  }

  @Provide
  Arbitrary<String> intervalsOfSessions() {
    return Arbitraries.of("1", "60");
  }

  @Provide
  Arbitrary<Tuple2<String, String>> requests() {
    return Arbitraries.of(FIELDS.keySet().stream().sorted().toList())
        .flatMap(route -> bodies(route).map(body -> Tuple.of(route, body)));
  }

  private static Arbitrary<String> bodies(String route) {
    List<String> own = requireNonNull(FIELDS.get(route));
    Arbitrary<String> names =
        own.isEmpty()
            ? Arbitraries.just("nothing")
            : Arbitraries.frequencyOf(
                Tuple.of(30, Arbitraries.of(own)), Tuple.of(1, Arbitraries.just("nothing")));
    Arbitrary<String> objects =
        Combinators.combine(names, values())
            .as((name, value) -> "\"" + name + "\":" + value)
            .list()
            .ofMaxSize(own.isEmpty() ? 0 : Math.min(3, own.size()))
            .map(fields -> fields.stream().collect(Collectors.joining(",", "{", "}")));
    return Arbitraries.frequencyOf(Tuple.of(12, objects), Tuple.of(1, odd()));
  }

  private static Arbitrary<String> values() {
    return Arbitraries.of(VALUES.strip().split("\\s+"));
  }

  /** Bodies that are no objects at all, or none that the parser takes. */
  private static Arbitrary<String> odd() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(20),
        Arbitraries.of(
            "[".repeat(100_000),
            "{\"a\":".repeat(100_000),
            "{\"factor\":" + "9".repeat(100_000) + "}",
            "{\"factor\":1e99999999999}",
            "{\"factor\":" + "0".repeat(10) + "}",
            "{\"advance\":\"PT" + "9".repeat(1_000) + "S\"}",
            "null",
            "\"text\"",
            "{} {}",
            "\ufeff{}",
            "{\"power\":\"on\",\"power\":\"off\"}"));
  }
}
