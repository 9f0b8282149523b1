/** Draws with docs/use/transfer.cpp: a checkpoint's folder and images in, their pictures as JSON out. */
#include "../../docs/use/transfer.cpp"
#include <iostream>

int main(int count, char** words) {
  auto drawn = nlohmann::json::array();
  for (int i = 2; i < count; ++i) drawn.push_back(drawTransfers(words[1], std::stoul(words[i])));
  std::cout << drawn;
}
