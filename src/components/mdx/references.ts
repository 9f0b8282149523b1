/** The works that the chapters cite, each once, with an address where it can be read. */
interface Reference {
  /** As the text names it. */
  readonly short: string;
  readonly authors: string;
  readonly title: string;
  readonly venue: string;
  readonly url: string;
}

export const references = {
  glo: {
    short: 'Bojanowski et al. 2018',
    authors: 'Piotr Bojanowski, Armand Joulin, David Lopez-Paz, Arthur Szlam',
    title: 'Optimizing the Latent Space of Generative Networks',
    venue: 'ICML 2018',
    url: 'https://arxiv.org/abs/1707.05776',
  },
  lord: {
    short: 'Gabbay & Hoshen 2020',
    authors: 'Aviv Gabbay, Yedid Hoshen',
    title: 'Demystifying Inter-Class Disentanglement',
    venue: 'ICLR 2020',
    url: 'https://arxiv.org/abs/1906.11796',
  },
  mnist: {
    short: 'LeCun et al. 1998',
    authors: 'Yann LeCun, Léon Bottou, Yoshua Bengio, Patrick Haffner',
    title: 'Gradient-Based Learning Applied to Document Recognition',
    venue: 'Proceedings of the IEEE 86(11), 1998',
    url: 'https://doi.org/10.1109/5.726791',
  },
  adam: {
    short: 'Kingma & Ba 2015',
    authors: 'Diederik P. Kingma, Jimmy Ba',
    title: 'Adam: A Method for Stochastic Optimization',
    venue: 'ICLR 2015',
    url: 'https://arxiv.org/abs/1412.6980',
  },
  batchNorm: {
    short: 'Ioffe & Szegedy 2015',
    authors: 'Sergey Ioffe, Christian Szegedy',
    title: 'Batch Normalization: Accelerating Deep Network Training by Reducing Internal Covariate Shift',
    venue: 'ICML 2015',
    url: 'https://arxiv.org/abs/1502.03167',
  },
  subPixel: {
    short: 'Shi et al. 2016',
    authors:
      'Wenzhe Shi, Jose Caballero, Ferenc Huszár, Johannes Totz, Andrew P. Aitken, Rob Bishop, Daniel Rueckert, Zehan Wang',
    title:
      'Real-Time Single Image and Video Super-Resolution Using an Efficient Sub-Pixel Convolutional Neural Network',
    venue: 'CVPR 2016',
    url: 'https://arxiv.org/abs/1609.05158',
  },
  probes: {
    short: 'Alain & Bengio 2016',
    authors: 'Guillaume Alain, Yoshua Bengio',
    title: 'Understanding Intermediate Layers Using Linear Classifier Probes',
    venue: 'arXiv 2016',
    url: 'https://arxiv.org/abs/1610.01644',
  },
  perceptualLoss: {
    short: 'Johnson et al. 2016',
    authors: 'Justin Johnson, Alexandre Alahi, Li Fei-Fei',
    title: 'Perceptual Losses for Real-Time Style Transfer and Super-Resolution',
    venue: 'ECCV 2016',
    url: 'https://arxiv.org/abs/1603.08155',
  },
  inceptionScore: {
    short: 'Salimans et al. 2016',
    authors: 'Tim Salimans, Ian Goodfellow, Wojciech Zaremba, Vicki Cheung, Alec Radford, Xi Chen',
    title: 'Improved Techniques for Training GANs',
    venue: 'NeurIPS 2016',
    url: 'https://arxiv.org/abs/1606.03498',
  },
  frechet: {
    short: 'Heusel et al. 2017',
    authors: 'Martin Heusel, Hubert Ramsauer, Thomas Unterthiner, Bernhard Nessler, Sepp Hochreiter',
    title: 'GANs Trained by a Two Time-Scale Update Rule Converge to a Local Nash Equilibrium',
    venue: 'NeurIPS 2017',
    url: 'https://arxiv.org/abs/1706.08500',
  },
  gatys: {
    short: 'Gatys et al. 2016',
    authors: 'Leon A. Gatys, Alexander S. Ecker, Matthias Bethge',
    title: 'Image Style Transfer Using Convolutional Neural Networks',
    venue: 'CVPR 2016',
    url: 'https://openaccess.thecvf.com/content_cvpr_2016/html/Gatys_Image_Style_Transfer_CVPR_2016_paper.html',
  },
  acGan: {
    short: 'Odena et al. 2017',
    authors: 'Augustus Odena, Christopher Olah, Jonathon Shlens',
    title: 'Conditional Image Synthesis with Auxiliary Classifier GANs',
    venue: 'ICML 2017',
    url: 'https://arxiv.org/abs/1610.09585',
  },
  starGan: {
    short: 'Choi et al. 2018',
    authors: 'Yunjey Choi, Minje Choi, Munyoung Kim, Jung-Woo Ha, Sunghun Kim, Jaegul Choo',
    title: 'StarGAN: Unified Generative Adversarial Networks for Multi-Domain Image-to-Image Translation',
    venue: 'CVPR 2018',
    url: 'https://arxiv.org/abs/1711.09020',
  },
  procrustes: {
    short: 'Gower 1975',
    authors: 'John C. Gower',
    title: 'Generalized Procrustes Analysis',
    venue: 'Psychometrika 40(1), 1975',
    url: 'https://doi.org/10.1007/BF02291478',
  },
  bourlardKamp: {
    short: 'Bourlard & Kamp 1988',
    authors: 'Hervé Bourlard, Yves Kamp',
    title: 'Auto-Association by Multilayer Perceptrons and Singular Value Decomposition',
    venue: 'Biological Cybernetics 59, 1988',
    url: 'https://doi.org/10.1007/BF00332918',
  },
  baldiHornik: {
    short: 'Baldi & Hornik 1989',
    authors: 'Pierre Baldi, Kurt Hornik',
    title: 'Neural Networks and Principal Component Analysis: Learning from Examples without Local Minima',
    venue: 'Neural Networks 2(1), 1989',
    url: 'https://doi.org/10.1016/0893-6080(89)90014-2',
  },
  hintonSalakhutdinov: {
    short: 'Hinton & Salakhutdinov 2006',
    authors: 'Geoffrey E. Hinton, Ruslan R. Salakhutdinov',
    title: 'Reducing the Dimensionality of Data with Neural Networks',
    venue: 'Science 313, 2006',
    url: 'https://doi.org/10.1126/science.1127647',
  },
  vae: {
    short: 'Kingma & Welling 2014',
    authors: 'Diederik P. Kingma, Max Welling',
    title: 'Auto-Encoding Variational Bayes',
    venue: 'ICLR 2014',
    url: 'https://arxiv.org/abs/1312.6114',
  },
  rezende: {
    short: 'Rezende et al. 2014',
    authors: 'Danilo Jimenez Rezende, Shakir Mohamed, Daan Wierstra',
    title: 'Stochastic Backpropagation and Approximate Inference in Deep Generative Models',
    venue: 'ICML 2014',
    url: 'https://arxiv.org/abs/1401.4082',
  },
  iwae: {
    short: 'Burda et al. 2015',
    authors: 'Yuri Burda, Roger Grosse, Ruslan Salakhutdinov',
    title: 'Importance Weighted Autoencoders',
    venue: 'arXiv 2015; ICLR 2016',
    url: 'https://arxiv.org/abs/1509.00519',
  },
  betaVae: {
    short: 'Higgins et al. 2017',
    authors:
      'Irina Higgins, Loic Matthey, Arka Pal, Christopher Burgess, Xavier Glorot, Matthew Botvinick, Shakir Mohamed, Alexander Lerchner',
    title: 'β-VAE: Learning Basic Visual Concepts with a Constrained Variational Framework',
    venue: 'ICLR 2017',
    url: 'https://openreview.net/forum?id=Sy2fzU9gl',
  },
  lucas: {
    short: 'Lucas et al. 2019',
    authors: 'James Lucas, George Tucker, Roger Grosse, Mohammad Norouzi',
    title: 'Don’t Blame the ELBO! A Linear VAE Perspective on Posterior Collapse',
    venue: 'NeurIPS 2019',
    url: 'https://arxiv.org/abs/1911.02469',
  },
  ppca: {
    short: 'Tipping & Bishop 1999',
    authors: 'Michael E. Tipping, Christopher M. Bishop',
    title: 'Probabilistic Principal Component Analysis',
    venue: 'Journal of the Royal Statistical Society B 61(3), 1999',
    url: 'https://doi.org/10.1111/1467-9868.00196',
  },
  gan: {
    short: 'Goodfellow et al. 2014',
    authors:
      'Ian J. Goodfellow, Jean Pouget-Abadie, Mehdi Mirza, Bing Xu, David Warde-Farley, Sherjil Ozair, Aaron Courville, Yoshua Bengio',
    title: 'Generative Adversarial Nets',
    venue: 'NeurIPS 2014',
    url: 'https://arxiv.org/abs/1406.2661',
  },
  dcgan: {
    short: 'Radford et al. 2016',
    authors: 'Alec Radford, Luke Metz, Soumith Chintala',
    title: 'Unsupervised Representation Learning with Deep Convolutional Generative Adversarial Networks',
    venue: 'ICLR 2016',
    url: 'https://arxiv.org/abs/1511.06434',
  },
  spectralNorm: {
    short: 'Miyato et al. 2018',
    authors: 'Takeru Miyato, Toshiki Kataoka, Masanori Koyama, Yuichi Yoshida',
    title: 'Spectral Normalization for Generative Adversarial Networks',
    venue: 'ICLR 2018',
    url: 'https://arxiv.org/abs/1802.05957',
  },
  wgan: {
    short: 'Arjovsky et al. 2017',
    authors: 'Martin Arjovsky, Soumith Chintala, Léon Bottou',
    title: 'Wasserstein Generative Adversarial Networks',
    venue: 'ICML 2017',
    url: 'https://arxiv.org/abs/1701.07875',
  },
  wganGp: {
    short: 'Gulrajani et al. 2017',
    authors: 'Ishaan Gulrajani, Faruk Ahmed, Martin Arjovsky, Vincent Dumoulin, Aaron Courville',
    title: 'Improved Training of Wasserstein GANs',
    venue: 'NeurIPS 2017',
    url: 'https://arxiv.org/abs/1704.00028',
  },
  umap: {
    short: 'McInnes et al. 2018',
    authors: 'Leland McInnes, John Healy, James Melville',
    title: 'UMAP: Uniform Manifold Approximation and Projection for Dimension Reduction',
    venue: 'arXiv, 2018',
    url: 'https://arxiv.org/abs/1802.03426',
  },
} as const satisfies Record<string, Reference>;

export type ReferenceId = keyof typeof references;

export const referenceAnchor = (id: ReferenceId): string => `reference-${id}`;
