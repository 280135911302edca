// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimulatedBehaviourPageTest {

  private static final Path PAGE = Path.of("..", "docs", "simulated-behaviour.md");
  private static final Path SOURCES = Path.of("..", "docs", "sources.md");
  private static final Pattern KEY =
      Pattern.compile("\\b(?:[DWLT]-[A-Z0-9]+(?:-[A-Z0-9]+)*|S-[A-Z0-9]+|S[12])\\b");

  /**
   * What is there to look, to wait, to name and to make a pair, and does nothing an appliance does.
   */
  private static final Set<String> NO_BEHAVIOUR =
      Set.of(
          "a",
          "b",
          "appliances",
          "isSingle",
          "single",
          "create",
          "builder",
          "build",
          "time",
          "advance",
          "atOneMoment",
          "catchUp",
          "api",
          "settings",
          "changeSettings",
          "addListener",
          "removeListener",
          "siteName",
          "label",
          "history",
          "assumptions",
          "plausible",
          "seed",
          "failoverPage",
          "lastDataSyncAge",
          "backupBytes",
          "backupSettingsOfA",
          "backupSettingsOfB",
          "toString");

  private static final String HEAD =
      """
      # What the simulated pair does, and why

      Each row is one behaviour of the simulated pair. The last column has the keys of [sources.md](sources.md), or
      *assumed* where no source says so. What is a switch has all values that are plausible, the first of which is assumed
      unless `Assumptions` say otherwise; `SimulatedPair.plausible()` lists variants in which every two values meet.

      This page is made from the code, by `mvn verify -Ddocs.update=true`.

      | about | behaviour | source |
      |---|---|---|
      """;

  private final List<SimulatedBehaviour> all = SimulatedBehaviour.all();

  @Test
  void the_page_lists_the_behaviours_as_they_are() throws IOException {
    String page = HEAD + all.stream().map(each -> row(each)).collect(Collectors.joining());
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE))
        .as("docs/simulated-behaviour.md; a change on purpose is written with -Ddocs.update=true")
        .isEqualTo(page);
  }

  @Test
  void whatever_can_be_done_to_a_pair_has_a_behaviour() {
    Set<String> named = new TreeSet<>(NO_BEHAVIOUR);
    all.forEach(each -> named.addAll(each.shownBy()));

    assertThat(publicMethods()).isSubsetOf(named);
  }

  @Test
  void whatever_a_behaviour_names_exists() {
    Set<String> existing = publicMethods();

    assertThat(all).allSatisfy(each -> assertThat(existing).containsAll(each.shownBy()));
    assertThat(existing).containsAll(NO_BEHAVIOUR);
  }

  @ParameterizedTest
  @EnumSource
  void each_switch_has_a_row(AssumedSwitch each) {
    assertThat(all).anyMatch(row -> row.source().contains("(" + each.name() + ")"));
  }

  @ParameterizedTest
  @EnumSource
  void each_value_of_a_switch_has_a_place(AssumedBehaviour each) {
    assertThat(all).anyMatch(row -> row.text().contains("(" + each.name() + ")"));
  }

  @ParameterizedTest
  @EnumSource
  void each_fault_of_the_pair_has_a_row(PairFault each) {
    assertThat(all).anyMatch(row -> row.text().contains("(" + each.name() + ")"));
  }

  @ParameterizedTest
  @EnumSource
  void each_foreign_answer_has_a_row(ForeignAnswer each) {
    assertThat(all).anyMatch(row -> row.text().contains("(" + each.label() + ")"));
  }

  @ParameterizedTest
  @EnumSource
  void each_deformed_answer_has_a_row(DeformedAnswer each) {
    assertThat(all).anyMatch(row -> row.text().contains("(" + each.label() + ")"));
  }

  @Test
  void each_other_fault_of_calls_has_a_row() {
    assertThat(ApplianceFault.class.getDeclaredClasses())
        .filteredOn(type -> ApplianceFault.class.isAssignableFrom(type))
        .extracting(type -> named(type.getSimpleName()))
        .allSatisfy(name -> assertThat(all).anyMatch(row -> row.text().contains("(" + name)));
  }

  @ParameterizedTest
  @EnumSource
  void each_state_of_a_link_has_a_row(LinkState each) {
    assertThat(all).anyMatch(row -> row.text().contains("(" + each.name() + ")"));
  }

  @Test
  void each_row_has_a_listed_source_or_says_assumed() throws IOException {
    String listed = Files.readString(SOURCES);
    for (SimulatedBehaviour row : all) {
      Matcher key = KEY.matcher(row.source());
      boolean any = row.source().contains("assumed");
      while (key.find()) {
        any = true;
        assertThat(listed).as(row.text()).contains("| " + key.group() + " |");
      }
      assertThat(any).as(row.text()).isTrue();
    }
  }

  private static Set<String> publicMethods() {
    return Stream.of(
            SimulatedPair.class,
            SimulatedAppliance.class,
            FailoverPage.class,
            NetworkPage.class,
            SimulatedApi.class,
            SimulatedAccount.class,
            ApiSettings.Builder.class,
            CallFaults.class,
            SimulatedPairBuilder.class)
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .map(Method::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns the first word of the name that a fault has in the control API. */
  private static String named(String type) {
    return type.replaceAll("(?<=[a-z])[A-Z].*", "").toLowerCase(Locale.ROOT);
  }

  private static String row(SimulatedBehaviour each) {
    return "| " + each.subject() + " | " + cell(each.text()) + " | " + cell(each.source()) + " |\n";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
