// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.bseries.architecture.ModuleContractTest;
import java.util.List;

@AnalyzeClasses(packages = "io.github.bseries.testkit", importOptions = DoNotIncludeTests.class)
class TestkitArchitectureTest extends ModuleContractTest {

  private static final DescribedPredicate<JavaClass> OF_A_HIDDEN_LIBRARY =
      describe("are of a hidden library", TestkitArchitectureTest::isOfAHiddenLibrary);

  @ArchTest
  static final ArchRule testkit_never_uses_the_client =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.github.bseries.client..")
          .because(
              "the tests of the client use the testkit, and what is tested must not test itself");

  @ArchTest
  static final ArchRule the_state_machine_stands_on_core_and_the_jdk =
      classes()
          .that()
          .resideInAPackage("io.github.bseries.testkit")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.github.bseries.testkit",
              "io.github.bseries.core..",
              "java.io..",
              "java.lang..",
              "java.math..",
              "java.security..",
              "java.time..",
              "java.util..",
              "org.jspecify..")
          .because(
              "a night of failover is simulated without a network, a server or a test library");

  @ArchTest
  static final ArchRule the_state_machine_starts_no_thread =
      noClasses()
          .that()
          .resideInAPackage("io.github.bseries.testkit")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Thread.class)
          .because("what is due happens when somebody looks, so that each run is the same");

  @ArchTest
  static final ArchRule junit_is_used_in_its_package_only =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.github.bseries.testkit.junit..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.junit..")
          .because("a demonstration has no JUnit on its class path");

  @ArchTest
  static final ArchRule assertj_is_used_in_its_package_only =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.github.bseries.testkit.assertj..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.assertj..")
          .because("who asserts in another way needs no AssertJ");

  @ArchTest
  static final ArchRule packages_are_free_of_cycles =
      slices().matching("io.github.bseries.(testkit..)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule public_types_cannot_be_extended =
      classes()
          .that()
          .arePublic()
          .and()
          .areNotInterfaces()
          .should()
          .haveModifier(JavaModifier.FINAL)
          .because("a simulated appliance that can be extended is another appliance");

  @ArchTest
  static final ArchRule no_public_method_returns_a_type_of_a_hidden_library =
      codeUnits()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .arePublic()
          .should()
          .notHaveRawReturnType(OF_A_HIDDEN_LIBRARY)
          .because("we want to be able to exchange the server inside");

  @ArchTest
  static final ArchRule no_public_method_takes_a_type_of_a_hidden_library =
      codeUnits()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .arePublic()
          .should()
          .notHaveRawParameterTypes(
              describe(
                  "any of a hidden library",
                  (List<JavaClass> types) ->
                      types.stream().anyMatch(TestkitArchitectureTest::isOfAHiddenLibrary)))
          .because("we want to be able to exchange the server inside");

  TestkitArchitectureTest() {
    super("bseries-testkit");
  }

  private static boolean isOfAHiddenLibrary(JavaClass type) {
    String name = type.getBaseComponentType().getName();
    return name.startsWith("com.github.tomakehurst")
        || name.startsWith("org.wiremock")
        || name.startsWith("okhttp3")
        || name.startsWith("jakarta.json");
  }
}
