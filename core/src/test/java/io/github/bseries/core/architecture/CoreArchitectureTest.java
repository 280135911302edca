// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.bseries.architecture.ModuleContractTest;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "io.github.bseries.core", importOptions = DoNotIncludeTests.class)
class CoreArchitectureTest extends ModuleContractTest {

  @ArchTest
  static final ArchRule core_stands_on_the_jdk_alone =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.github.bseries.core..",
              "java.lang..",
              "java.time..",
              "java.util..",
              "java.security..",
              "org.jspecify..")
          .because("what can be judged on paper must not need a network to be tested");

  @ArchTest
  static final ArchRule core_writes_no_log =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.util.logging..")
          .because("a pure function has no side effect");

  @ArchTest
  static final ArchRule core_reads_no_clock =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class)
          .because("a moment is handed in, so that a night can be replayed");

  @ArchTest
  static final ArchRule core_starts_no_thread =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Thread.class)
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("java.util.concurrent..")
          .because("threads belong to the client");

  @ArchTest
  static final ArchRule pair_is_the_lowest_package =
      noClasses()
          .that()
          .resideInAPackage("io.github.bseries.core.pair..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.github.bseries.core.sync..",
              "io.github.bseries.core.backup..",
              "io.github.bseries.core.readiness..",
              "io.github.bseries.core.failover..")
          .because("the pair is what everything else is about");

  @ArchTest
  static final ArchRule sync_knows_of_ours_the_pair_only =
      classes()
          .that()
          .resideInAPackage("io.github.bseries.core.sync..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.github.bseries.core.sync..",
              "io.github.bseries.core.pair..",
              "java..",
              "org.jspecify..")
          .because("what a data sync is does not depend on who judges it or acts on it");

  @ArchTest
  static final ArchRule backup_knows_the_pair_alone =
      classes()
          .that()
          .resideInAPackage("io.github.bseries.core.backup..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.github.bseries.core.backup..",
              "io.github.bseries.core.pair..",
              "java.lang..",
              "java.time..",
              "java.util..",
              "org.jspecify..")
          .because("what a backup is does not depend on who judges it or what is done about it");

  @ArchTest
  static final ArchRule readiness_does_not_know_how_roles_are_changed =
      noClasses()
          .that()
          .resideInAPackage("io.github.bseries.core.readiness..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.github.bseries.core.failover..")
          .because("who judges must not be who acts");

  @ArchTest
  static final ArchRule packages_are_free_of_cycles =
      slices().matching("io.github.bseries.core.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule public_types_cannot_be_extended =
      classes()
          .that()
          .arePublic()
          .and()
          .areNotInterfaces()
          .should()
          .haveModifier(JavaModifier.FINAL)
          .because("a value that can be extended cannot be trusted to be one");

  CoreArchitectureTest() {
    super("bseries-core");
  }
}
