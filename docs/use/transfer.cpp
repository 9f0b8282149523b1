/** The content of a training image in each of the ten classes, from the folder of a checkpoint. */
#include <cstdint>
#include <fstream>
#include <nlohmann/json.hpp>
#include <onnxruntime_cxx_api.h>
#include <stdexcept>
#include <string>
#include <vector>

std::vector<float> drawTransfers(const std::string& folder, std::size_t image) {
  std::ifstream file(folder + "/codes.safetensors", std::ios::binary);
  if (!file) throw std::runtime_error(folder + " has no codes.safetensors that can be read");
  std::uint64_t headerLength = 0;
  file.read(reinterpret_cast<char*>(&headerLength), sizeof headerLength);
  std::string header(headerLength, ' ');
  file.read(header.data(), headerLength);
  const auto tables = nlohmann::json::parse(header);
  const std::size_t width = tables["content_codes"]["shape"][1];
  auto row = [&](const char* table, std::size_t index) {
    const std::size_t start = tables[table]["data_offsets"][0];
    std::vector<Ort::Float16_t> numbers(width);
    file.seekg(8 + headerLength + start + index * width * sizeof numbers[0]);
    file.read(reinterpret_cast<char*>(numbers.data()), width * sizeof numbers[0]);
    return numbers;
  };
  std::vector<float> contents, classCodes;
  for (std::size_t digit = 0; digit < 10; ++digit) {
    for (auto number : row("content_codes", image)) contents.push_back(number.ToFloat());
    for (auto number : row("class_codes", digit)) classCodes.push_back(number.ToFloat());
  }

  Ort::Env environment;
  Ort::Session generator(environment, (folder + "/generator.onnx").c_str(), Ort::SessionOptions{});
  auto memory = Ort::MemoryInfo::CreateCpu(OrtDeviceAllocator, OrtMemTypeDefault);
  const std::int64_t shape[] = {10, static_cast<std::int64_t>(width)};
  auto tensor = [&](std::vector<float>& numbers) {
    return Ort::Value::CreateTensor<float>(memory, numbers.data(), numbers.size(), shape, 2);
  };
  const char* inputNames[] = {"content_code", "class_code"};
  const char* outputNames[] = {"image"};
  Ort::Value inputs[] = {tensor(contents), tensor(classCodes)};
  auto pictures = generator.Run(Ort::RunOptions{}, inputNames, inputs, 2, outputNames, 1);
  const float* ink = pictures[0].GetTensorData<float>();
  return {ink, ink + 10 * 28 * 28}; // 10 pictures, intensity from 0 to 1
}
