import os
import re

from conan import ConanFile
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain, cmake_layout
from conan.tools.files import copy, load
from conan.tools.gnu import PkgConfigDeps


class Libpatio(ConanFile):
    name = "libpatio"
    license = "Apache-2.0"
    description = "Shared logic of a one-stop social centre: people, consent, secrecy, orientation, casework"
    settings = "os", "compiler", "build_type", "arch"
    options = {"shared": [True, False]}
    default_options = {"shared": False}

    @property
    def _root(self):
        return os.path.dirname(self.recipe_folder)

    def set_version(self):
        text = load(self, os.path.join(self._root, "CMakeLists.txt"))
        self.version = re.search(r"project\(patio VERSION ([0-9.]+)", text).group(1)

    def export_sources(self):
        for pattern in ("CMakeLists.txt", "LICENSE", "LICENSES/*", "cmake/*", "include/*", "src/*", "bindings/c/*", "bindings/*.hpp"):
            copy(self, pattern, self._root, self.export_sources_folder)

    def requirements(self):
        self.requires("boost/[>=1.81]", transitive_headers=True)
        self.requires("nlohmann_json/[>=3.11]", transitive_headers=True)
        self.requires("date/[>=3.0]", transitive_headers=True)
        self.requires("soci/[>=4.0.3]")
        self.requires("sqlite3/[>=3.40]")
        self.requires("libsodium/[>=1.0.18]")

    def layout(self):
        cmake_layout(self)

    def generate(self):
        CMakeDeps(self).generate()
        PkgConfigDeps(self).generate()
        toolchain = CMakeToolchain(self)
        toolchain.cache_variables["PATIO_TESTS"] = False
        toolchain.cache_variables["PATIO_EXAMPLES"] = False
        toolchain.generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build(target="patio")

    def package(self):
        CMake(self).install(component="patio")

    def package_info(self):
        # Users find the library through the package files that it installs itself.
        self.cpp_info.set_property("cmake_find_mode", "none")
        self.cpp_info.builddirs = [os.path.join("lib", "cmake", "patio")]
        self.cpp_info.libs = ["patio"]
