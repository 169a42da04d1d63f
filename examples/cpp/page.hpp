#pragma once
// One self-contained HTML page about the morning: the plan, who may know what and why, the disclosures, the log's root.

#include <filesystem>

#include <patio/desk.hpp>

struct PageQuestion {
  patio::Text who;
  patio::AboutPerson answer;
};

struct Page {
  patio::CentrePlan centre;
  patio::PersonPlan plan;
  std::vector<PageQuestion> questions;
  std::vector<patio::Disclosure> disclosures;
  patio::AuditRoot root;
};

void write_page(const std::filesystem::path& path, const Page& page, patio::Language language);
